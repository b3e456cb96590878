-- request: 01a1fb67-1800-7945-bd75-c70ba48fe5f6
-- code: 374V4ADAX8E2BG673FG9W476C441
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi');
INSERT INTO crm_groups (id, title) VALUES
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(2, 8),
(3, 9);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t4', 2, NULL),
('t5', 3, NULL),
('t6', NULL, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, NULL, 't4', '0.0.0.0', 'pseudonym-4Kh_6ddccKcF0t2R7aW94g', 'asked for [erased], and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', NULL, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7945-bd75-c70ba48fe5f6', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 48);
INSERT INTO oubliette_codes (code, request) VALUES
(X'232B5ABA06AE422D6EA73732BC4A36A73E5E93022A02A2DA37313DC4B7A92324', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":2}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":2}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":2}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":2}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":2}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":3}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":2}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"cleared","records":1}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":1}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"erased","records":3}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"erased","records":3}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"erased","records":1}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":20}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":20,"outcome":"absent","records":0}'),
(1, 47, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":21}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'4400B3812D4E121D677999F2B5DBBADFB0E924B8C07CD3E99F7234813AE0687FE1C53C94835C318D19C10E31E20322722494FEAB6818966BDD27D21DF1664601FEAE63210DBA33D6D0D24FFA49D77BA9ECE42C1149FF7B1452A9BAAE63AE0332893D1ACE9161027C3497A8831736A092B914F9E3FAED47EF63D3930ED47E75F692103A6D76FE4E9D4E19FE53A6956385569158E7066B047FDB4C5B174B086BCDB8C392FBAEE5D87F3C723B864582D439AD99C8E1F5A9BBF0DB5A049272F8D2956DE30EF3D7D179124958DE20CFC2E95205DB5263BD9FC989F53A3EA7486AABCB00279BE715171489FD186007F9DC28EFCED1BB98C86FAB8AB37185A5A8E40E1318E6DBA66AFB46A4A80FC470540ED3C7D0467712FE332C188BEC0D1CA6F71521958FE155BA53F3ED49871FA6099F417CA275FFBE4FDDE7234DD74CE1D855A2AF611E8F940EF83951E722F3E268F7E5A12569891B647A563C64FA3ED1C598C3ABEA69F2348FAD223AF60DEBCA481093F69A1CFD600C9B60CAF2A164577192D1D7CD8831727D205286BBDBC3DBC533D4BFCA4EB6A8C9476ED7D287F71887FF6F035764D3ED34F18E0C38BCC4B6A85EED88DA68DB8F5FB5C9E948A3F165148DB18BED6954C4F4B5849BBC1FDF842BA64E1179F24DFF689E318EED494D102D0C0BE1FADEDF8B8E4FB4780753FE7898967513C4B56AF21ECFFF844FF1B16781B107E4AF6797A67D0AED1614ADB55171C10A4872DE96C92F5F82883B99D4E9A8514A0B8136261A2466A9BDBE574434B88362494F1BA40E9782C3DBE4D48CA744C2F08F2D9D74AD492BC003B4614025AFECB8D6A4B367A3F1CEDA3BFDA20C4A0A4F8F1FB1331A270A6D94AD21F7DF');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 3),
(6, 1, 'gone/contacts', 2),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 3),
(9, 1, 'gone/threads', 3),
(10, 1, 'freed/addresses', 2),
(11, 1, 'freed/groups', 1),
(12, 1, 'kept/contracts', 2),
(13, 1, 'kept/invoices', 2),
(14, 1, 'others/visits/12', 1),
(15, 1, 'others/threads/9', 1),
(16, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'44A8200D263769A0D41CF2C7C85DED27AF1851032A4C86EE8BDCB7E7E5A957BC', X'B00DEB0909559CBF40E990E0B3EB6CB3FF04375D0CB1868610382B22AF70933F3A4A4CA70FC8162738445B447A20762C0E7D22E96F64D1A3E5F5F5DBBCEA16'),
(1, 2, X'8DBB3F6799126CA3444405F0E3E3A4F48F96154C0DC2BF7C18790771179260D0', X'A7C52E614D8BE70CD07E9C459B8F3FF5A9B370FE38A55E1843CF2396C9581FDDB4FAA5C0CD24F999012D15841DB91AF59EBE7FB377B5828AE1DC87116FC894'),
(1, 3, X'211AFA9AFC7A3998ED215452B88D0A9E751264273B27EC378177D7841CFDDE8C', X'E70E004DFAEFE6F49D7958BFB716F6713B9BF69E8B0903F0850AFFAFFB017FB1715D787B1B02EB6CF705A1A206129DC01F66F54C8245BD1A9C20D3D8741F4F'),
(6, 1, X'A879C6E279E0E3A1E199C2B34DBDFD8FD619FF6D7777221ABDDF92F717F461CF', X'804BBDAB7763809A039655B201B452610AED7B0C04F1F40E1BC44B7C1D55AD7BC4E80A5E47CD3DF9DB8BBA8BABFBF614F233576178A6C3ED1A7688532AAAAE'),
(6, 2, X'BB58955E4E491AE4C03527E71BFD7183E5C2D11E54928CB6073F42F88B37BB75', X'FDD898CC4146547732913524865C7181337BD7631D5046BCF7E08682B137C5A5A78A8286C59933AA31C2AA238A11CDAC9047A55C7201B7945D062040B34D83'),
(7, 1, X'84F0FB17D52C51AF78272C91092A8D99F261C474B3122808AEAEF03D96999DB7', X'826FA8CE587AC622A03D2BF5FFFA72F42E9812CDE80D601AEE610469BA156ED38F22B0B933E617D06A9DE3EC6446C87FCEDCE158B632501AD99D376AD0EA32'),
(8, 1, X'73951393D06118F180197000D238AF19F4F9B8328A36784744A31BBC9CFD15F8', X'30E4E5418C36519BFD8B3079BAD7B263255708060D2AEB9A42659180485D40CD206076D1C110B245C08AFEE39FDA37EBB3AE5303756E162F608BFD25F87C2582114429A9BD211FF91EE81B79DF'),
(8, 2, X'7AE8E2802F2BB3A3EACFC1AC72F44AF2E3385E40F0B9FF5EB3E6E60EE54A044D', X'0ED07EC6ED4EA7FA1BE9B14FF839C266CACE56A3D243C4CE0EC9E2583E629B2BCFFBD94C658B07D0DE876CDA140DF94DCF1989C7F13ADD248F09F0B7510355C1C59674A302F9FC566A602C1AF1'),
(8, 3, X'69F6F6EB1722658509A8020C2355742A851ED2D4D3D38DA5E78FFB8E7D74EEE0', X'5D58E898A7AB6B1CF8629F62BC4C30817D5920FF8C1E46842843898B2213240A72EE43F85178B6B77730D7A1BBD171225B94BEDD312E123AC45AD6474527CD1E8B96384F41F46AF548BAE4564F'),
(9, 1, X'105F6540212CA5FF86C08A1BDCD224D05F5DE6513BAA86C83C97A51154105ADF', X'8D68AE29C20EE858268EFD64B79DACD312E478390390188A26A6686FB507BE92B1D22073DDC55B5C8C4557909A969FF87129DF616BA19DB4C8F9DA9292D401'),
(9, 2, X'6D6918AFE3C63D42FC3791F1E6BA6CBBF603C12230CAF2CE9DB4FC781C6B4541', X'8E11188A80D5BFD0D09AAEA27995F6562ED1BA800A0FCCBF82AE073E0910342C111CC8872178BC754395BB83D798F32A4B0673FC01D1E0D5E49D32772E774F'),
(9, 3, X'4B0307DF9520BF18AC2D717105190BEF09EACEF057760B4DBA98212F031D77BA', X'0EA96F68F00182D8564089D9A411EB26D2ED92C4E01AA2C0D026F77F89CBA257240736E4CA947D91857CB5C4AFD4C17E4B9DB094375060F91BA095B8A98754'),
(10, 1, X'C8FCD9123246A443E3CF33B545BA9965265E16B463418FCC7E3323EDEA6B7E05', X'88965C246837CDD9CC17E3F8D55E24BFB0DACF2E33A9C6ECEDD7415C33A3356BB0831C78A88228CFB127334C7D08238281D0E90CE781E86F41283796FE8341'),
(10, 2, X'195A09791D3952A0DB01551032EB25B0D8E16C66360FFE2F768CFB414A2667F1', X'E275E78DA743BF9E81F34C7A1A6C3B0360517F3EBACB18640E0CD8CA6C648555DD038D422619E03680A06457B5D84B2C99088F035ED6CFB00F85B6E504919B'),
(11, 1, X'C2DCF0BA3C47184322D86AA0220E84C7362FCE5A3E50CE35FF0CC9EE6FE51920', X'406F0FDCB89D751D0E8BAA1A9280363BE479A3BF3F2E626240D8C9C75987BB9F26A88F3E725DB035C6D151655CF0E967EB073910D58ABD42CBABD7D5BA117E'),
(12, 1, X'C768B69048B82B61C64328412501D206460D8C85E8D83CA93F108462FC3F3D2B', X'CA4C4E99A462DB52374F2E3BDA841F70E0D7B64129B0D03FCB18DEBE5A5C5388BF9F5A4072D8FE89C369DCBA0D404E294793E292768F64170BCBBD6A582AA398840C5349C12B24D531D0048D037781005CEEE464F43DC218A8086B62693C99'),
(12, 2, X'37EF977D31F2EC3467C519F19544C2AD0108AB15CCC0D87C0F303D0281ADBBFE', X'D7E182248502B1D5716EE39542AB47F57E1AF9431034FF9A3C1076D916DAAC4459A541EC87EA88C3956320FBDFF262CC2EFFB2B99967A21FC7D2C7BF3744BB71CA4EB38E81A21C3F2350'),
(13, 1, X'B62C3C07E98871F5C32B33C94AC00CA76CE7B61CCEC90BF9ECF14F73FB07998D', X'368EAE152A25B6A6BC9E458AF49E2E57D96F4F66A2126ABBBF0FC7FBD14A89BBEE925603AD29A50FE8F85A1FFAF220B5E202A1F59BDD5D7B09D3F5EC46F97224D34A41B20F75737C54DBA618B88604C83AE33CB7C1E2E2936768D8E69E1390495EF0606189E1DD311217EBA7F99C44B7A4D72ACE4CD369EEDC9AA1CC1D4A343DAD'),
(13, 2, X'340F97BCAD374DB4C3AD76C643A8759A16A00D609B07C5D4F83D2D210904BC19', X'A0B8832514F9B5E12D9E77BD80848DFCEFF366702F169013EA9C9A27D1CCB496544CD9AEE9860A6FCC45290DDABB9555E7D8B603F171C688020691FBF15AEF74758B8C98CD75278A7F9CEFB1BB71EA7992D64D14186246DC2C6FFFBF26E0C39EC3CABF97091F83D9AE3B67BB125F2FC2C4F25B1179245C9DEA307F5C0BF50F21F9'),
(14, 1, X'528110226B48E3F56F93F15347CA6591371BAC0B8BC685260EADF4B5D3E66805', X'54101CABAFED5118BFDC28113ABBC5E94B3D8D035F82BDA358B2DEDE7452DC7B88AEA2FA328B40B216A0CAD91CA0422DEAD395B304737CFD5A4AB5459F31C7C8B10ECE24A183A509E376920A89B11A8A19F8F0331E'),
(15, 1, X'204434E1F40C4C4E0639C1F3FD7B3CF10FFFF6F532A142F04C664CC830D1D18F', X'E1EE5494CBC2BF53DB494AF70176219E4EFF3CDB978EF63B697214943E0357244AC054A4128036249F70A76E88B6164B1792CFF9BB93A827C7AB10082D7189'),
(16, 1, X'F0284B783D09A44F1BFD10FB09B15E1B03126F0A38DD42BFA2ADF17EFA48A342', X'20E49E56FCF45390BF21854D93822EDDE416CE5723787E9A27C85614D64D46353F7900D263BAA79FB25DE1AD0A114B3E6E7E28C34780320D6BE133C843F5CB');
