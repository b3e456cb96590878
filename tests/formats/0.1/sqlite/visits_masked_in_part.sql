-- request: 01a1fb67-1800-75fc-9dd0-8939aa55ddc1
-- code: 5BYMDVW8GV45KDA02FTZNCG80SWF
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
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, 't2', '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
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
(1, '01a1fb67-1800-75fc-9dd0-8939aa55ddc1', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 34);
INSERT INTO oubliette_codes (code, request) VALUES
(X'E903CF39260D24FAC931957909280985A1A23F76A08170511A23E720D9B907D2', 1);
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
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'B7644B54ABE7A3837DA908F315C14ACBADADC91E8A7680F2DA85B5A7B9BF208345E26C3B0FE9FDE32B4953160EDE6085787EDB2EE2D3E367F4DCA92296765F08112CF2BA982F4D31E4F604C1A49C7219559E1EBD8AD0524FF908105D015E1160E3B068C420D62ED685D47062B63B47C04DB9E6A0ABAC5EEBB6EA8E7B8AB7901F25A488CE5B27DD129DF5D92D96402E49B97102B0676803FC4FA66004A87259F0DC80222DCAEE3A415E0D6670180917ECA7A9B44C37641E541562728028117863086CBC7E75185D4D37A2E08CE041B667A9F71FEE63EE74897BCEC8CF507328C0E88FFC613C6BD74E0CD27292D3714060FD1BDBE0BE28AA8FC84166D2686329B5E7ED97582321870929FFF08B94255B0CE15B215F66F15D7BE9A878970D119A659718AD44D5B047E87E835C90A1474D62F593AD2FB18FEA82679AFCAE1797CA02914B64B322C4C14F95CADC189E0466D4238F6F832AAC0CB74847CE188C37050D6EA7A16565C929CF014B4AEE64240260D7CFDCEF2F69247316E96F858E9570CEF05816B1C0E28D768E0D876EE8B95E4D5255CD516EE63D14465FD0FA592AB48DE09BBEE09829CFE98614B9A56683B9F0D516849416832B3E8FFF58784E56D926BC4E21141B038E16ED5E129DED4B013E9414740133348CC82B9A5028E46484001F089792BB3B9951151D4ACE37FF49D95ED199C847C081F44F7C3CF5D79C8F5C90F5A95A5BC562F8B5DC1676D7249235E3745655F5B096BB5197C6B1757435BE1D6F4A77E335ADBA0EEB1EB3DFD7885A4EAA1D35BC946DEE3D5E8EF374BABE9BFD38092D887A652C7D643146D1CC074A1BE61A0302B40376428542D2D150571E4E7F9DC8B5821DD4AED07D');
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
(1, 1, X'B9281D7F96275BDA6C7197F41BA40E12367864ADD85B7EC0E0E4EFF6FDD2C226', X'B1B3F84E5121E5DEEC7D83BD1867DB3E78D25B536E5D9CCF0B60539198733BC19F18A0151C891706B0885AE10BD56898FFA7C420EC9897E209503A9E3435E3'),
(1, 2, X'74489653BB07FFF46CEAC52205A2031B544569D4D6E268B357B8908AF56328F7', X'C745C3EB358F8DAB5E2E8D1C6B5A7DEC3DA62E0911FF4EB4DBE0ACADD2A4F537E06B1ED240B4E5FA84975FF4A10474234E1341E5A0783DCF0C2B4746D971B2'),
(1, 3, X'32F017B660421E069F6B041A01BA02A7203FBD45B7D1241B191617FE6A0B8037', X'ED6DB2C765FF65259C9440358FEB402D7506A3AC604B8A906387101105A06C92B8EFD6DDFCFDD943400706991680F15C26C9B69B760A6890A10B00FD102D80'),
(6, 1, X'479D70523EF6503CAC13FC5465F475D6B8B0BBA828AB8092FAE3D0146439D6E1', X'4AD1959E66E356D92549B612940DB2D0E461E79441F5D09E965CE25C732AC9B3D49643AC296C4FD9E2997B8F5785827178AC6F63347238DC2CBC7FB707B252'),
(6, 2, X'4A757812E2CB80782B8775F871F87BA7E595C4830AD3F6D83EFA608FB1F54FF4', X'D7A975345246362944D2184AC8B5266B894F89A1EC27D6F7DAB83FD591BB4767B42A287451A6EFDF89B78151BE4B8DF66EC27B5C8B59A8A32EE330F425D30C'),
(7, 1, X'6F49B262038EC1D6450F02C4B7C04F560C86D2E8B0C68AF66712C886590EB2C6', X'D10A918F56F0D74A94227D5DFD15BC5269C31C27682755BA8DAD808CED1A9D08CA6A10F130B316DDE693BD8388F6CD53995C6A571B16900EE104C20912CCFC'),
(8, 1, X'A40958D210A367E2528AFDD5AA1F2021F81978E71E2A60155E0618D959C8FD20', X'128CFDF7789641FCBECFD608E9E7F23EA4473B952B7D81661D0668BB251304256EE3EC6808C2DD2318F8B9A62282CA12CB8BEAB786B2F2A10299B3FB0D5DCF377778173BB84D575E0A87CA6604'),
(8, 2, X'601308F50D8FBCCCECD81BC0DAA0627361196670F3E8AF571FE1B0B0D4577542', X'117748C52804F9AB1C1D9F7BAB856F28584364B89871D5ACA0460ABDF72E8D2654A57073DA9936A9C867833DF136EE589953DD36F45AE4E0E0194EAE4FC944F1037704E6BF9A2B04A6D7560390'),
(8, 3, X'929F0EC1FAEB9E11EFCB30A315AB506CF89042CACC5D45C88301DF707512EA08', X'6F44B47CCF50B7E7DB0AA51146487308EB160CF53C46BC91AF36C85B08CC11AECBA344E25A5A309F1885FF389CB2D39E009B2435FDF8903947387B7190CBAF377CFBF1101525BCD348170B5567'),
(9, 1, X'5C7FE629C84043B2D93D9393529458C04F9911B8F73CCA3563B597ABC1F5C136', X'1A2741BA4AE357B751F729FB5218AB12C0DCDB0BEE1CB9C88E8A99127FE622354C5735DD7046F510FFCD49C095B653623DA0FAB94622E02FFCA7A35BD067D4'),
(9, 2, X'8317D2722E935D5A064651ABFEF3CA2D7BEE81D19D434E24CA1A1F84A3480C10', X'03967556FBE24132EAFA243ABE57074E72EC94FA5EFF3BAE80708A07BCB52E2FD75EB41E91FF43F149191396691CE14D4EAE8F8E3D8A9D29F568433E9C6900'),
(9, 3, X'27F33CBC233C2E12C6FAFB70C9E8DCC2CA370570DE1D147735AF3596E9326902', X'4003503D0576945436648CC051FED2BAD3C8D836864BEFB4832B8F213DD99E398777C1F3A971A0E1D7E019B43E17AB7E7B07CA13F3660AA6CB78DC0BBB2096'),
(10, 1, X'997D9D2F76012F2C466747D7C33E1000CAB3C6C6F2C98150C8CB3AA714F3D98A', X'82EB2516CFFC4948989959BD174326110944EB0539BFB66087AC2490F8C4D30999788E1E7A8DA667C16FEFDC654822DFA5BE0F9000D93CD1D6783446FB216C'),
(10, 2, X'9EB99904C755B3E6EC2AD38801F4294586BC37EF517A626DFD11887DD72DA269', X'D4D3C58EE1EBCEBE171DC5C9E75E127B2530B35C50D3BEDC1FFDFC2BBC9CCB98E3F1970D4F95E559904CF0FD132CEFCB3C1A5E905FD7EB5FD4B329FBD498D8'),
(11, 1, X'A5C1F2DF385D6DC019562632383109A5FAB4192CA0A8EBF07A6F0765915BE961', X'349B54489FC8F5B5A19A3F86EEA9680A1D10FEF1A62C00F65E1F457F2F44929AE6F9E3DA7EA814FE1EF53091BE049F87088DDC8785461F4F35F27A406E49E3'),
(12, 1, X'87FB7198993B53FC8DCE79AD2AC00F48FB18D8B34636A747E3F16F1DC313B436', X'B85E51032D1FD4F722B2996033C41EC1DCAEA6E1BF1DE5C676F34C1C1757A80A163A6BF18D7B607A5CBD92152754415C8B246AF37D20940706A02043E6A1944D835737B4523A5BB2802B970C2F72FA5C5E235E614DBE9B54171E254A4D3090'),
(12, 2, X'91F12CE08E74A3A271E98B0197C383F7BB324899675B85EA081CA5C4856CB587', X'29F1706F2C68E8AFEA282FB58904B81BAE3B805C6DC45498352BD699FD79FFBD94125C41628B2FBB2F8F342912A2C8B4AD07DE797E786781F0A50A78D44EA9090BCB5A1202FF08BBED1D'),
(13, 1, X'BB77E5EC3CFD10375A47422A087D24EECEB40C995CA671153B136F5F79260AFB', X'B5DF31C9FC50AD88257049E6F773FEE83DEA750CB0660442B34974E8251A7B2DDA8867F955E8ACB5EF726D7AEB0A6B1E97679412B9CCFB2DBA079183ED28453C0505F6958C5A57BF17712BC1051DD614431B05E9EE5A46782DE9D2CC825F0DDFCE50EE96CC1EA746FA7AE315712FD9082569AF8D31EA8A58306F57FCC5EDDAC621'),
(13, 2, X'4602E0B13F99046EEA0A5997CA6D1339DD865C6EE7E483F10C86A3700DD63CF2', X'24A7EB65AA3CF37A1A430484A7A5E6969AC5864CE0C176B1A43F2E174C9EB64D1163D7AB6353473700FE726F9C3258586806466E80D673A37BF90BC19FFC2A5AC95097834E36929521FED5283588669F484B2A3C8CDD08A4B188FEA6D773508010E63BF0E8ABB37BAF734B9DDD51792DB4088675D240F162C8332BF87114815F55'),
(14, 1, X'388C2AD45C743D1B5DDF3C1614444794F5D114B28AC744DC9864D4D7E9DCE6EF', X'E8E43D82A8102061C2ADDF7B7DE5EC6BDA6177798EA327E9CC45DEB468AE36CC0B03AEE6B79249886F32529EFDD966B54BE0EF352A35BAB4EFA29256D132B9169679529E2C34BAC47BB0356F138889A83444CD44D1'),
(15, 1, X'14732D62FAE3CFCF82A6B1DAC5A129E01FCEE45225711E50FC61E016605A18C5', X'638067EDF8D9DC27BDA9E6281EF30D6CF9C800084776ACCC2CDADE4B4DCB9C3C3FE97067C1288F3B1227FBE43DA15490243D6501ED60CD7AABB87DF606F758'),
(16, 1, X'B088E2AC8B7E116F90F238D2E5082E0182CEEC38F8786FBE3D6B6FBD6C31EFE2', X'8E43CAC435E18AD152CDE9BF074CB3007E60D64BD6757B432F04D838387F0A7CBC4EA8C25F9995776302D05FFA8B6DEC3EA1B4F0D55CA2C0D74E58DBB2775E');
