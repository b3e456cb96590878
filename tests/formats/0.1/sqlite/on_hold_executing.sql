-- request: 01a1fb67-1800-7b90-a909-a05857cd30e4
-- code: 2HB034ZTKTZ366K25VP6KDF2AH07
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(2, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7b90-a909-a05857cd30e4', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795220100000, 1795220100000, 24);
INSERT INTO oubliette_codes (code, request) VALUES
(X'66116811D61F7434A778B4081C32187529290892B0FB8667545843C37870BBE6', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"97fd9bb1319b2f8da33a06fbe99ddb4925440c383569ff96a77b6195325ddc3a","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"leave records of `invoices` as they are: a legal hold suspends their erasure","reason":{"category":"billing","ground":"legal_hold","citation":"Case 7/2026","until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"contacts","action":"anonymize","words":"empty records of `contacts` that something which stays still points to: mask `email`, `fb_user`, `full_name`, `phone`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":2},{"records":0,"shells":2},{"records":2},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":0,"shells":1},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"on_hold","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"absent","records":0}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"anonymized","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"cleared","records":3}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"cleared","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'D9CC9920AD6A77ED1382016B5EDC9BE13E07C9AD8AFEF28E14F5EDF7589FD6161E07F4CF99C2A6BD5238FCD43E7D6A8E3C476F73482317E817F9A2BC7510FDAF53525E42622C4860A4FE72AD2558F5D4A10D7920BEDA6CF103C67B4FC303D26CF15DB25F177F9F6001D6E43EBB811258602F86E392A38CA3AA7A1119CA1CC9C883E6E26E17B755DB1698C7B91E996A72ED06A8263BF1F946A793535653FD32F23FD8C2ECE49C1FFE815E11E63ACDD67E7FC08BE2DBCA4D9DB25850E2A0DE04E535FC9BB9E12705C05D47069D2FB8D3E8AB39C17EE00371BBA45E820D71CCBE17C54CC9896420DF273A1AA5ED0978A71EEEF1385AC25667B139F17B010CABF0DB9D6508D39DAD0D162D9D48194249197DA0AA018640CE7D0BEF0B015ED054941CC52DA9AC2C531975185884B7328DC186CC3580712CA10B0F98934A08A90087F6C12921724FB734DAB5E9E9080184EA37725B73056FDD5061EE4800B01151BDDC608AD3CBE902E1878244BEB9C51EEBB42BA026824252AFC014917E00DAFA8DC6021710');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 2),
(2, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'kept/contracts', 1),
(10, 1, 'others/visits/12', 1),
(11, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'C170FF2210205C2C1BBF75200D01727F4EED4C9122A118D5BAEF31D23C868BB3', X'2B8004016D5B8E9D8BC5CE9D95864D5866327596FB57FF91B98AFBECA4F16A56368BAA87103DFB0226658023F89B67F67EF20908C7EEF4DEBA9E4775D6F6D0'),
(1, 2, X'FAAE6C272CB6781C75598983876E344209689B96D5A00E6BBB78898700018DEA', X'FAF45D0A4EC3F64ED98174D828C27D0BF006809831848B460535C2EB67EE9A91553A8F9B27B70D199476261DA0299726755D5F25889860ADB099D1CC7DF52E'),
(2, 1, X'96456EA9A6D4F94ADB13CB8BF76167E99074773077427AB1B3868E4105FE4F6C', X'675E5EBCD9DCA6E19621A3D2E1DD51E4E88D8DD7688F1E1F938947296040F07736A54AAEE282AD46605CE67DD0AF8A5E443D4C10B0CC85ACABA3961655BA50'),
(7, 1, X'C431018103AD9235F6FE4600BBF948C38C93279C132CF2F1A433CCB01E64C7AA', X'0D0AC876490AB7A8F53A757F847528EB3969735C4822E803643CF4AABDA2BCA315DF6C9EF52A3AFE94854702946CE70866900169C23AAE652230F6F15D7445C3AB7973AAA43016CC3999093772'),
(7, 2, X'29BAE0FD0379FB84B63C3B3D4FEA2ECE76E4DC7DDEFAB6C88C391822DBFBD5F7', X'E64D3631C3DDB19ADCE30A042778EF9ED7F5E7DE0506290FC0459B31AAC56E3D67D981149FA4B8EEAB196FDAF2E8746BC6245C4DF450ED96AE10D1750B4D21ED2BA953948A819EA0CC5AA5A5D8'),
(8, 1, X'CA5EEF2012DAE400BD318BE9085653A802FF553C2082DD3A635D0BC6EBF0C07D', X'547A432E607F526E72D38286EE5E82FEF002FE2BBA26F8D7225E02A1D0F6D0A31D33D643EB6333C37398C27CB4BC67328E3DDE65E986F80BD73BCF93CF2018'),
(8, 2, X'454B6752D82A24FD03DEC4A6ABA8B01163D06E57B233815EC851B6FA865FADB5', X'03DEF0EB0F2C5933299559E107D7ED5F93DBD6C639F930BC0FC71C7DB9A1684DC2628E037FB377338DFF36326E4E2290ED6E00E745A326EA951D130B22C560'),
(8, 3, X'25150881FC1CED303935DBBA3802A81925BA3AAB38FFEA822E581ED1D3BEE9AF', X'33E6E234AB1A69FC1F8657CF352D01B0F122C78195FD0C9F5378EDA565921424B9A4B9F96586C862A31FB74D5C7AAB5ACCD97FF9B7B21C5295ECB6DE9F1CE7'),
(9, 1, X'9766477A646BB535B5E0D38A0F58054E2CA164772DAA6A1E43A54FEC362F8B01', X'CF28F2E261C82D9ECE0530363AA462F96D7FE1168E93FB01177605BD547410C576F9F37E49B2732C7034E3C0CFEECBE27568C7A24032825CD2EFFF9981FEE5CB398816B4CE9EA12D31A56A42E4CA394712EF96429017953AA8D2F7C37A61A2'),
(10, 1, X'D12F56C185CA8ACD903F9C66D8B9C09F8A229D4012F3FB4B3CB339F70CDB5A1E', X'FC69DDA87E3AAEEF4ABA0E73C263033C1695A11A9CE1EFACD5788CE5AD881B045A6E8A3FA6F0D953F0B925D48459F66CDA63A0B451E33645F79E8DB8829C53F3214D6EB5929273DB69C70207804693A1EA8688F8E7'),
(11, 1, X'5F8DE9C2732BFED1F34F4EF8B0087D1463CAA0FAA2DCFE5580E6B5839FC8BD84', X'6990EC18BC10673CB2FF259C003A986A83144C77A8A41EE223D045FCCC793BA492365B21F75A4255588357B0E5682A37796CF98D8FABA9C64A5DBE5BF68257');
