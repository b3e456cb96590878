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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7e4d-b02d-f704323af04b', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'awaiting_backups', 1796083200000, NULL, 51);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x0e22c8e375e14900656cd496f071f250abacc3f8dca29b251094eb5c903a6764'::bytea, 1);
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
(1, '\x6afe38083f51eaa65fa7b9ec78a3e913f76b2330531d9123dbfc585d38b912eb8f11f15d3d0328bb6a038f276e91af28f0e3a02bb6f57087708a7b44f5e2e646f5584620e05b35e764b850a0c49939c9044e1ae39fb3a9ea9111423c9fae5a0e9a2b2bd0c4e87d5a8412c5eae7084078bd2610ec127e4fa63d8e97bc41e855cb1361742931d726988ded70bf4c0218081afff581485553db7828184fc7c4c91df1a375f73a232de61778735580a91383e4d83a3639c34eddb2a48ae4a99ff9044a4b430d780f8649df23e5c43b21b051aed76ad6e6d3fa3e338f3b410c8138cd6342eb6ae3b32fafc18a70509e07adb2da3e056597fcdc86f38d14d63f87479acf570ddfdbf8d3e031b9db29175b33bcfd3dda83ea23268739cac9f4a653ecdbc1b902906241ce61bb91ca9eb19c39ece4b18624ea40ee417f48b9765bbd256c6f689a47a4d3e9d1a62913680fb80b1259e52be38aef8dea33caaf301cb03c7ec64d7c13198985a973e3ee1aaebbccd34213aac1318a4bdcda77f77978177f0ad038fb'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 13);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x50624ded3fa9eb655fec8a4e2089d10089885f9db5ef92e62e4e15e617079b7b'::bytea, '\xcd063f0fc482021a4c93c66d8ffdf930c138f9394f3e6895cc22c7481a76d7e342a92cdb0aa42ca26dba9cebb6519f94d937300128087ead5e8da930e5dba8'::bytea),
(1, 2, '\x7af6cf5d5565ecaf5c475bae78f7dd3e7cd72a0ccc4464b9abf8ef97d95f4e4c'::bytea, '\x88075b690a1bc35081212d53ee90a37b71da8b5781b99022df49621942ad5676d1171183783431ed843731da78b9f7e832016119c046921b812d11d73f7148'::bytea),
(6, 1, '\x7e43385e3eae33d564e6fcd5dba994e05356dbc50340571e8d4cd23d3ece041d'::bytea, '\x35f58777925372872b5fdac0b464c6332667ba45d58b40220318ef46591cc8fa66d7798f9c454c848b057de4bb87d03e882f5199354c2812f0b86d9593d3a9'::bytea),
(7, 1, '\x5debd6ff0fcc2a7b85a92032934438352964ee3d0fec11654bfd3953fe5457d5'::bytea, '\x71583fc79593d85ad04667fa818deb274c273ab074d0c3eb4bd9c47b0153595b1cc7ff30b4ff56eba697c58de94d3852716a940e2ac851c41aedca28e7ee781d5f563248022642231ffb2c6e8e'::bytea),
(7, 2, '\x6c95ed1316ff978a3e17a95fa45140a48dbafb6c369f0246e32c6a16ed06ba91'::bytea, '\x80df9d6514b7298bf4f1900e07cd012c8c96eaa72002728460c49e4ab807c8c31e1e14a18223c641a6a109cc253e5287bf2f190f43fd01c99f9ca0e9ca58148eaa53674458747b1d4d4e0db6b3'::bytea),
(8, 1, '\x581442dc7f814630d6461ff9c8d703cacce25ae454b30bb4b6de343d9546f696'::bytea, '\x531e24f565037a797a0815e35c7672680d2f9c4fa0d0aff10ab86fda1369be127a154791477f467b418473b8357222d5b2dc5a7a141e03a10ea2040e8aeb81'::bytea),
(8, 2, '\x4fcc66c1144bee30b79e1bab172bad471eb4bcfaa30556b95f643e600e4301e8'::bytea, '\x2c7af594437ea7f871317b1d26fe117fa3b2e59ed67470f7a29e73617cba25a1e960a7b5c441a9037f88c94272acc3cc01f807c0575c798d3f60c6854a77f1'::bytea),
(8, 3, '\xf0ad2ba7eb2f201fb527852bcb484b3ce7ad367ef3d27b66a9594bf8f9df3476'::bytea, '\x2c7b309638ed20d0f55139007ab82a78481278e33959c3a5f532fddc31f09c2594b8853c4eafa2c285c1c24e9ae82d48a8de87a5cc1b5c98fa23f9e5670a9c'::bytea),
(9, 1, '\xfac3ba87aaaab7802de4c608456856da64d2361619b9884f92c02ed52e86fc22'::bytea, '\x08793afa854b5475e3b8e9e23180a5988a7af300fe0635ce0064d01980f193779964883823b7e41e6552ce30ff38bcd2a8c85c25ebe3c8d67bfbaff58d9dc9'::bytea),
(10, 1, '\x2052086aa3a69c56863b68bdd203484492c6065b55cd682547061da3294c006b'::bytea, '\x98014e0efe11898b94c66b9a55bec2f3a52cab4df970bf24906c35f421006328ab4c5ffb44796ea3dd98b2489ff0bac8f7061655f388a568e0564a9968e1c6af44df3153b8af9168e069a214f8d5c807830632bb8b608fbdbde1e6675e4278'::bytea),
(11, 1, '\x74e2067a0de40c5f44abdbde24d7d587abe890b91ca484a4b7550cdce3709c77'::bytea, '\x303093b3b517b26fc0610493cc931a8937b18e673f2e3324739ab9fb282e651bc7afe9fb6f5b8151238a28de3d6906bc4c61f026868a14fd917253fa75730cc62396b7d6442424c5cd99e418b6889eb9323ecb3470aaec68bb1874fb051763611dba3d48105ec581e0674dbd88391d922d61204a891df9fea92b9be66faf52d1ae'::bytea),
(12, 1, '\xf5038e618834cef0db90e4cbb6aa31a9c7c75c1d98234b759f11c77554396e23'::bytea, '\x8d3ff7f19cef116b9665f3bf7cd04e26220718b66d19c023d53610219e7b5979a8e5bab024fbfc3fc331af1f0aa59951dd2c55d460496e21d8290c700b5dff483e61300ef29fd26bdcc5d04f746d29858d1a24aad7'::bytea),
(13, 1, '\x550d918510b1774b7f24796f967abef1167c433e03d18b7118f5c6778d1705f3'::bytea, '\xfbf90bbfcf6dbd8abeb4e2c72dc78713bc54106d753e0b069617ad5a7b0557e6a06b4e5b2155fb211a24bb12db48fb298f5d4c61551d2ec32b77364a284825'::bytea);
