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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7945-bd75-c70ba48fe5f6', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 48);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x232b5aba06ae422d6ea73732bc4a36a73e5e93022a02a2da37313dc4b7a92324'::bytea, 1);
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
(1, '\x4400b3812d4e121d677999f2b5dbbadfb0e924b8c07cd3e99f7234813ae0687fe1c53c94835c318d19c10e31e20322722494feab6818966bdd27d21df1664601feae63210dba33d6d0d24ffa49d77ba9ece42c1149ff7b1452a9baae63ae0332893d1ace9161027c3497a8831736a092b914f9e3faed47ef63d3930ed47e75f692103a6d76fe4e9d4e19fe53a6956385569158e7066b047fdb4c5b174b086bcdb8c392fbaee5d87f3c723b864582d439ad99c8e1f5a9bbf0db5a049272f8d2956de30ef3d7d179124958de20cfc2e95205db5263bd9fc989f53a3ea7486aabcb00279be715171489fd186007f9dc28efced1bb98c86fab8ab37185a5a8e40e1318e6dba66afb46a4a80fc470540ed3c7d0467712fe332c188bec0d1ca6f71521958fe155ba53f3ed49871fa6099f417ca275ffbe4fdde7234dd74ce1d855a2af611e8f940ef83951e722f3e268f7e5a12569891b647a563c64fa3ed1c598c3abea69f2348fad223af60debca481093f69a1cfd600c9b60caf2a164577192d1d7cd8831727d205286bbdbc3dbc533d4bfca4eb6a8c9476ed7d287f71887ff6f035764d3ed34f18e0c38bcc4b6a85eed88da68db8f5fb5c9e948a3f165148db18bed6954c4f4b5849bbc1fdf842ba64e1179f24dff689e318eed494d102d0c0be1fadedf8b8e4fb4780753fe7898967513c4b56af21ecfff844ff1b16781b107e4af6797a67d0aed1614adb55171c10a4872de96c92f5f82883b99d4e9a8514a0b8136261a2466a9bdbe574434b88362494f1ba40e9782c3dbe4d48ca744c2f08f2d9d74ad492bc003b4614025afecb8d6a4b367a3f1ceda3bfda20c4a0a4f8f1fb1331a270a6d94ad21f7df'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
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
SELECT setval('oubliette_note_sets_number_seq', 16);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x44a8200d263769a0d41cf2c7c85ded27af1851032a4c86ee8bdcb7e7e5a957bc'::bytea, '\xb00deb0909559cbf40e990e0b3eb6cb3ff04375d0cb1868610382b22af70933f3a4a4ca70fc8162738445b447a20762c0e7d22e96f64d1a3e5f5f5dbbcea16'::bytea),
(1, 2, '\x8dbb3f6799126ca3444405f0e3e3a4f48f96154c0dc2bf7c18790771179260d0'::bytea, '\xa7c52e614d8be70cd07e9c459b8f3ff5a9b370fe38a55e1843cf2396c9581fddb4faa5c0cd24f999012d15841db91af59ebe7fb377b5828ae1dc87116fc894'::bytea),
(1, 3, '\x211afa9afc7a3998ed215452b88d0a9e751264273b27ec378177d7841cfdde8c'::bytea, '\xe70e004dfaefe6f49d7958bfb716f6713b9bf69e8b0903f0850affaffb017fb1715d787b1b02eb6cf705a1a206129dc01f66f54c8245bd1a9c20d3d8741f4f'::bytea),
(6, 1, '\xa879c6e279e0e3a1e199c2b34dbdfd8fd619ff6d7777221abddf92f717f461cf'::bytea, '\x804bbdab7763809a039655b201b452610aed7b0c04f1f40e1bc44b7c1d55ad7bc4e80a5e47cd3df9db8bba8babfbf614f233576178a6c3ed1a7688532aaaae'::bytea),
(6, 2, '\xbb58955e4e491ae4c03527e71bfd7183e5c2d11e54928cb6073f42f88b37bb75'::bytea, '\xfdd898cc4146547732913524865c7181337bd7631d5046bcf7e08682b137c5a5a78a8286c59933aa31c2aa238a11cdac9047a55c7201b7945d062040b34d83'::bytea),
(7, 1, '\x84f0fb17d52c51af78272c91092a8d99f261c474b3122808aeaef03d96999db7'::bytea, '\x826fa8ce587ac622a03d2bf5fffa72f42e9812cde80d601aee610469ba156ed38f22b0b933e617d06a9de3ec6446c87fcedce158b632501ad99d376ad0ea32'::bytea),
(8, 1, '\x73951393d06118f180197000d238af19f4f9b8328a36784744a31bbc9cfd15f8'::bytea, '\x30e4e5418c36519bfd8b3079bad7b263255708060d2aeb9a42659180485d40cd206076d1c110b245c08afee39fda37ebb3ae5303756e162f608bfd25f87c2582114429a9bd211ff91ee81b79df'::bytea),
(8, 2, '\x7ae8e2802f2bb3a3eacfc1ac72f44af2e3385e40f0b9ff5eb3e6e60ee54a044d'::bytea, '\x0ed07ec6ed4ea7fa1be9b14ff839c266cace56a3d243c4ce0ec9e2583e629b2bcffbd94c658b07d0de876cda140df94dcf1989c7f13add248f09f0b7510355c1c59674a302f9fc566a602c1af1'::bytea),
(8, 3, '\x69f6f6eb1722658509a8020c2355742a851ed2d4d3d38da5e78ffb8e7d74eee0'::bytea, '\x5d58e898a7ab6b1cf8629f62bc4c30817d5920ff8c1e46842843898b2213240a72ee43f85178b6b77730d7a1bbd171225b94bedd312e123ac45ad6474527cd1e8b96384f41f46af548bae4564f'::bytea),
(9, 1, '\x105f6540212ca5ff86c08a1bdcd224d05f5de6513baa86c83c97a51154105adf'::bytea, '\x8d68ae29c20ee858268efd64b79dacd312e478390390188a26a6686fb507be92b1d22073ddc55b5c8c4557909a969ff87129df616ba19db4c8f9da9292d401'::bytea),
(9, 2, '\x6d6918afe3c63d42fc3791f1e6ba6cbbf603c12230caf2ce9db4fc781c6b4541'::bytea, '\x8e11188a80d5bfd0d09aaea27995f6562ed1ba800a0fccbf82ae073e0910342c111cc8872178bc754395bb83d798f32a4b0673fc01d1e0d5e49d32772e774f'::bytea),
(9, 3, '\x4b0307df9520bf18ac2d717105190bef09eacef057760b4dba98212f031d77ba'::bytea, '\x0ea96f68f00182d8564089d9a411eb26d2ed92c4e01aa2c0d026f77f89cba257240736e4ca947d91857cb5c4afd4c17e4b9db094375060f91ba095b8a98754'::bytea),
(10, 1, '\xc8fcd9123246a443e3cf33b545ba9965265e16b463418fcc7e3323edea6b7e05'::bytea, '\x88965c246837cdd9cc17e3f8d55e24bfb0dacf2e33a9c6ecedd7415c33a3356bb0831c78a88228cfb127334c7d08238281d0e90ce781e86f41283796fe8341'::bytea),
(10, 2, '\x195a09791d3952a0db01551032eb25b0d8e16c66360ffe2f768cfb414a2667f1'::bytea, '\xe275e78da743bf9e81f34c7a1a6c3b0360517f3ebacb18640e0cd8ca6c648555dd038d422619e03680a06457b5d84b2c99088f035ed6cfb00f85b6e504919b'::bytea),
(11, 1, '\xc2dcf0ba3c47184322d86aa0220e84c7362fce5a3e50ce35ff0cc9ee6fe51920'::bytea, '\x406f0fdcb89d751d0e8baa1a9280363be479a3bf3f2e626240d8c9c75987bb9f26a88f3e725db035c6d151655cf0e967eb073910d58abd42cbabd7d5ba117e'::bytea),
(12, 1, '\xc768b69048b82b61c64328412501d206460d8c85e8d83ca93f108462fc3f3d2b'::bytea, '\xca4c4e99a462db52374f2e3bda841f70e0d7b64129b0d03fcb18debe5a5c5388bf9f5a4072d8fe89c369dcba0d404e294793e292768f64170bcbbd6a582aa398840c5349c12b24d531d0048d037781005ceee464f43dc218a8086b62693c99'::bytea),
(12, 2, '\x37ef977d31f2ec3467c519f19544c2ad0108ab15ccc0d87c0f303d0281adbbfe'::bytea, '\xd7e182248502b1d5716ee39542ab47f57e1af9431034ff9a3c1076d916daac4459a541ec87ea88c3956320fbdff262cc2effb2b99967a21fc7d2c7bf3744bb71ca4eb38e81a21c3f2350'::bytea),
(13, 1, '\xb62c3c07e98871f5c32b33c94ac00ca76ce7b61ccec90bf9ecf14f73fb07998d'::bytea, '\x368eae152a25b6a6bc9e458af49e2e57d96f4f66a2126abbbf0fc7fbd14a89bbee925603ad29a50fe8f85a1ffaf220b5e202a1f59bdd5d7b09d3f5ec46f97224d34a41b20f75737c54dba618b88604c83ae33cb7c1e2e2936768d8e69e1390495ef0606189e1dd311217eba7f99c44b7a4d72ace4cd369eedc9aa1cc1d4a343dad'::bytea),
(13, 2, '\x340f97bcad374db4c3ad76c643a8759a16a00d609b07c5d4f83d2d210904bc19'::bytea, '\xa0b8832514f9b5e12d9e77bd80848dfceff366702f169013ea9c9a27d1ccb496544cd9aee9860a6fcc45290ddabb9555e7d8b603f171c688020691fbf15aef74758b8c98cd75278a7f9cefb1bb71ea7992d64d14186246dc2c6fffbf26e0c39ec3cabf97091f83d9ae3b67bb125f2fc2c4f25b1179245c9dea307f5c0bf50f21f9'::bytea),
(14, 1, '\x528110226b48e3f56f93f15347ca6591371bac0b8bc685260eadf4b5d3e66805'::bytea, '\x54101cabafed5118bfdc28113abbc5e94b3d8d035f82bda358b2dede7452dc7b88aea2fa328b40b216a0cad91ca0422dead395b304737cfd5a4ab5459f31c7c8b10ece24a183a509e376920a89b11a8a19f8f0331e'::bytea),
(15, 1, '\x204434e1f40c4c4e0639c1f3fd7b3cf10ffff6f532a142f04c664cc830d1d18f'::bytea, '\xe1ee5494cbc2bf53db494af70176219e4eff3cdb978ef63b697214943e0357244ac054a4128036249f70a76e88b6164b1792cff9bb93a827c7ab10082d7189'::bytea),
(16, 1, '\xf0284b783d09a44f1bfd10fb09b15e1b03126f0a38dd42bfa2adf17efa48a342'::bytea, '\x20e49e56fcf45390bf21854d93822edde416ce5723787e9a27c85614d64d46353f7900d263baa79fb25de1ad0a114b3e6e7e28c34780320d6be133c843f5cb'::bytea);
