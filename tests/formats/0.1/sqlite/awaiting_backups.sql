-- request: 01a1fb67-1800-7e4d-b02d-f704323af04b
-- code: 78X5FWBYFSJ2GCYAPW4TQZ9R64DV
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (id, title) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
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
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
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
(1, '01a1fb67-1800-7e4d-b02d-f704323af04b', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'awaiting_backups', 1796083200000, NULL, 51);
INSERT INTO oubliette_codes (code, request) VALUES
(X'0E22C8E375E14900656CD496F071F250ABACC3F8DCA29B251094EB5C903A6764', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":3}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"absent","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":1}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"absent","records":0}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":1}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"erased","records":3}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"erased","records":2}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"absent","records":0}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":20}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":20,"outcome":"absent","records":0}'),
(1, 47, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":21}'),
(1, 48, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":21,"outcome":"erased","records":1}'),
(1, 49, '{"at":"2026-11-21T00:00:00Z","event":"executed","backups_gone_at":"2026-12-01T00:00:00Z","still_holding":{}}'),
(1, 50, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_backups"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'6AFE38083F51EAA65FA7B9EC78A3E913F76B2330531D9123DBFC585D38B912EB8F11F15D3D0328BB6A038F276E91AF28F0E3A02BB6F57087708A7B44F5E2E646F5584620E05B35E764B850A0C49939C9044E1AE39FB3A9EA9111423C9FAE5A0E9A2B2BD0C4E87D5A8412C5EAE7084078BD2610EC127E4FA63D8E97BC41E855CB1361742931D726988DED70BF4C0218081AFFF581485553DB7828184FC7C4C91DF1A375F73A232DE61778735580A91383E4D83A3639C34EDDB2A48AE4A99FF9044A4B430D780F8649DF23E5C43B21B051AED76AD6E6D3FA3E338F3B410C8138CD6342EB6AE3B32FAFC18A70509E07ADB2DA3E056597FCDC86F38D14D63F87479ACF570DDFDBF8D3E031B9DB29175B33BCFD3DDA83EA23268739CAC9F4A653ECDBC1B902906241CE61BB91CA9EB19C39ECE4B18624EA40EE417F48B9765BBD256C6F689A47A4D3E9D1A62913680FB80B1259E52BE38AEF8DEA33CAAF301CB03C7EC64D7C13198985A973E3EE1AAEBBCCD34213AAC1318A4BDCDA77F77978177F0AD038FB');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'50624DED3FA9EB655FEC8A4E2089D10089885F9DB5EF92E62E4E15E617079B7B', X'CD063F0FC482021A4C93C66D8FFDF930C138F9394F3E6895CC22C7481A76D7E342A92CDB0AA42CA26DBA9CEBB6519F94D937300128087EAD5E8DA930E5DBA8'),
(1, 2, X'7AF6CF5D5565ECAF5C475BAE78F7DD3E7CD72A0CCC4464B9ABF8EF97D95F4E4C', X'88075B690A1BC35081212D53EE90A37B71DA8B5781B99022DF49621942AD5676D1171183783431ED843731DA78B9F7E832016119C046921B812D11D73F7148'),
(6, 1, X'7E43385E3EAE33D564E6FCD5DBA994E05356DBC50340571E8D4CD23D3ECE041D', X'35F58777925372872B5FDAC0B464C6332667BA45D58B40220318EF46591CC8FA66D7798F9C454C848B057DE4BB87D03E882F5199354C2812F0B86D9593D3A9'),
(7, 1, X'5DEBD6FF0FCC2A7B85A92032934438352964EE3D0FEC11654BFD3953FE5457D5', X'71583FC79593D85AD04667FA818DEB274C273AB074D0C3EB4BD9C47B0153595B1CC7FF30B4FF56EBA697C58DE94D3852716A940E2AC851C41AEDCA28E7EE781D5F563248022642231FFB2C6E8E'),
(7, 2, X'6C95ED1316FF978A3E17A95FA45140A48DBAFB6C369F0246E32C6A16ED06BA91', X'80DF9D6514B7298BF4F1900E07CD012C8C96EAA72002728460C49E4AB807C8C31E1E14A18223C641A6A109CC253E5287BF2F190F43FD01C99F9CA0E9CA58148EAA53674458747B1D4D4E0DB6B3'),
(8, 1, X'581442DC7F814630D6461FF9C8D703CACCE25AE454B30BB4B6DE343D9546F696', X'531E24F565037A797A0815E35C7672680D2F9C4FA0D0AFF10AB86FDA1369BE127A154791477F467B418473B8357222D5B2DC5A7A141E03A10EA2040E8AEB81'),
(8, 2, X'4FCC66C1144BEE30B79E1BAB172BAD471EB4BCFAA30556B95F643E600E4301E8', X'2C7AF594437EA7F871317B1D26FE117FA3B2E59ED67470F7A29E73617CBA25A1E960A7B5C441A9037F88C94272ACC3CC01F807C0575C798D3F60C6854A77F1'),
(8, 3, X'F0AD2BA7EB2F201FB527852BCB484B3CE7AD367EF3D27B66A9594BF8F9DF3476', X'2C7B309638ED20D0F55139007AB82A78481278E33959C3A5F532FDDC31F09C2594B8853C4EAFA2C285C1C24E9AE82D48A8DE87A5CC1B5C98FA23F9E5670A9C'),
(9, 1, X'FAC3BA87AAAAB7802DE4C608456856DA64D2361619B9884F92C02ED52E86FC22', X'08793AFA854B5475E3B8E9E23180A5988A7AF300FE0635CE0064D01980F193779964883823B7E41E6552CE30FF38BCD2A8C85C25EBE3C8D67BFBAFF58D9DC9'),
(10, 1, X'2052086AA3A69C56863B68BDD203484492C6065B55CD682547061DA3294C006B', X'98014E0EFE11898B94C66B9A55BEC2F3A52CAB4DF970BF24906C35F421006328AB4C5FFB44796EA3DD98B2489FF0BAC8F7061655F388A568E0564A9968E1C6AF44DF3153B8AF9168E069A214F8D5C807830632BB8B608FBDBDE1E6675E4278'),
(11, 1, X'74E2067A0DE40C5F44ABDBDE24D7D587ABE890B91CA484A4B7550CDCE3709C77', X'303093B3B517B26FC0610493CC931A8937B18E673F2E3324739AB9FB282E651BC7AFE9FB6F5B8151238A28DE3D6906BC4C61F026868A14FD917253FA75730CC62396B7D6442424C5CD99E418B6889EB9323ECB3470AAEC68BB1874FB051763611DBA3D48105EC581E0674DBD88391D922D61204A891DF9FEA92B9BE66FAF52D1AE'),
(12, 1, X'F5038E618834CEF0DB90E4CBB6AA31A9C7C75C1D98234B759F11C77554396E23', X'8D3FF7F19CEF116B9665F3BF7CD04E26220718B66D19C023D53610219E7B5979A8E5BAB024FBFC3FC331AF1F0AA59951DD2C55D460496E21D8290C700B5DFF483E61300EF29FD26BDCC5D04F746D29858D1A24AAD7'),
(13, 1, X'550D918510B1774B7F24796F967ABEF1167C433E03D18B7118F5C6778D1705F3', X'FBF90BBFCF6DBD8ABEB4E2C72DC78713BC54106D753E0B069617AD5A7B0557E6A06B4E5B2155FB211A24BB12DB48FB298F5D4C61551D2EC32B77364A284825');
