-- request: 01a1fb67-1800-75eb-bce9-23055355b7ba
-- code: 4F64F6SZ8ZWKXBQGCF5N50A6FX65
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
(1, 1, 2, NULL, 'to Ben'),
(2, 1, 4, NULL, 'to herself'),
(3, 2, 1, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, 1, 3, NULL, 'to Chi'),
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
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-75eb-bce9-23055355b7ba', '\xbdeab109f711769e06abc6345d7e1dfaee5a194bc7341c2ff40f806de7460a5d'::bytea, 'running', 1795219200000, 1795220100000, 5);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xe80e500de3b187d22c731f1e7ba55856d3f6ef89e0cd2454885d0af1e5b9d289'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"ea5b4c59d00ff27dbf3719bb68c7c42553556f294aadca5f990099bd01457440","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 76, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x6b505828cb2db430ced637b5e2149b3b4b6b3d62096638a7915135dd5cc65f19bc1e7ffe4afaf5c16447015bc0236d2746afbf187212d695720c76d9f77358f4db12cd8426d386eb3b85518e4c380fd631f1c18283de041d299c9b6546cf99195520a6595c9bac60acd37b2e4969073b8d1553412bb3d0233d0fd186f3b6fa7bfabfc97b22dd19bad947df696826de481f79692ad33cffb5edd8f5467f4ff44fab31b6fcb7004baebd09a9e5836008c33defd18d64a969d9da10a33bb9159148d8b1f31a8c6334269832c80b89154c1a617a2d7eb83962cb251e5a0a9d946d7aba5b018bdf3180581b4c033fb5bc2a6f52196bdd890766b3018e9a2b39319b677417cfbe19b8c30a04ba6c4e9b0293be5972fc5b6a10bb55ae447522cc9ef74cfdfe0588cdb719c67617e9af4a4b3f1b3a256716399a6ce821a550731ef0e59e1729b5faa38235c520047b4cc5b269e0a705291eb68f23d42bdae04b5d6a282b341a88993bdd121f28fe09a882794fafd00c1591febcff49bc1dda7a2646099d9e041f50'::bytea);
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
(1, 1, '\x1dbd12b7f2f0b4930cc9cb36ae069ef00a69989e7db99619297e961415c9296d'::bytea, '\xc45655cf6942d8f4c26e6335edaa06374eac572ebcfb9bd8d5fe6ddddb0c55dda5e059eb354f7376a09b274e3dfd31060edba03c071e7ec670f38179d53cc6'::bytea),
(1, 2, '\x33ed738e867ea2dd8bcc61adc3f854bdd8c9385cdd8c511605ba11eaa3d0a240'::bytea, '\xeb25d62e4d9b8f1b5a2d8611dec2d3f1dce6c803483c1ac43106f499cd0fff617f92dd0bd913fdeba9c66a3c079b96b5a18dc1aaea91636895fdf8fa5919c7'::bytea),
(6, 1, '\x116397dfb2326559001c954f05e2467873ef73b7a1468f7fa34428dfd38018c1'::bytea, '\x6f58d67100a96fedf33642f733ae5bc71da36b54eedc45078bf1bb6765f95b143c9b03c84e88314192f35f6f3dc2c727e25c026e91b2368f8f4662521b2d6c'::bytea),
(7, 1, '\xb61a59250f07dd609c9b93ffe49089d074fa105983799a002c16599ba3c79512'::bytea, '\xb6097d8d93516801bf83d55770379714cdef0e8eb18251979d22bb4f0e3e6cb5c627489f36804c731a10abc25929c1edc6bcf5f507875903adf50b1ec8589d6e6b8aa76f963519bfe64597f894'::bytea),
(7, 2, '\x81d011e821cba808a6d43500e653c4bb71682648e84dba8d6a6410925fa2a7cf'::bytea, '\x8eb8b60db44c8be7de8a2f084644b430c88e82d4929b7c77e3e7611482ffb1dd6965e64ce913bb970121ec9aafffc9b5f561674657e1e2dd5d7b2450dff73cdc23224d1b4cc39e7f642de9a567'::bytea),
(8, 1, '\xa362caecc8307f2a4106732d963d4fed506fca7204c8eda185ff238d39cded1f'::bytea, '\xf67ea4cba54e36bd6b9bbe497cc664ea5503a29133dc823dc8005330c2d179aa4527d73cd1e0e21762a4a33048e67d480a8037669373ff9a34f7c2f8acbed0'::bytea),
(8, 2, '\xd988956063221d8c65f08f7542b44fb4d9c64eaf09d927780c774215ba35b313'::bytea, '\xad3fb9154862c191f7d8c2c868e31e597f3787daf9bd175c209c6220d897a290c27e838f28dab32b11a819ca4c8ec8e82b03969967198ec475aa688707a163'::bytea),
(8, 3, '\xa82db538ffaf9a1d5c6cd2c2fa09c8d03c3c59a5fe8b60bd9de37c3b644da4fb'::bytea, '\x7cbd0b591f59677bd676d46e2bff1a54f21d7757a6db1796b28df5fe64dd9e1a08d19331e1a274b4a3917f0a83f228a0fe274f94038fc40b7d6fbb40c140d1'::bytea),
(9, 1, '\x27a39d87885f02028a4ee2fca26f6cd089f0f546d0ae58ffe552c525ad5d1b76'::bytea, '\xeb38343761df526fa44a7ccf3202553c6699b9d50894d19f714cb22f8c2621b61f8531e948e7ab46337342a7c9b69a04c7adcc71cad26d24d910f6ea7ab887'::bytea),
(10, 1, '\x20f561af8c152b35de2866ddd8b1f3992e0f05323ad8f54573105aea6053a0f9'::bytea, '\xd8149808880dc423fa4e085bc5bb749fb4d5996af03148c6c2950615613bab5b31a1cb7d08fc0a36557ce82600b1be3e4075731ed1d5504d1c55798dc7823ea76f19c6d214a9ce58e2f40bb562a0bcd9ee14fc2696f0e3f570ecf2447957b0'::bytea),
(11, 1, '\xff6a12f9f60afad3292b865268e8718de46039b70b265723adcf5e7ef16a2fb9'::bytea, '\xef7e5e413783273d0289d084aa75e8b47c5761a13181499310a1bf8a53090188a3875db54536e54463954c140a73017a5b0c9918ee5f6b524e121aa748d3756d2f6104991133bcc43267abb15a87ca6b660e079bc5336fd6f160150c993f919ad816b8d2b3cecca779830c46ffbec2842d0d0b1bb13aeb43f669e90f92105f24ca'::bytea),
(12, 1, '\xa5d31c415d7a64f720e387721332157dc88377916e220d6a8d5f7c3209a4e48b'::bytea, '\xb7370d4a00398b4ac76c02c2f23b04b0887040f3dc1daa15c0a6afa0ce9fae388fa350a1fa04ce561ef98b2a7b026f2e78c72beb05c9b4f39e7e6782d40c1c28b09c0f447c594534f1941b85faa8a3482f5504a71a'::bytea),
(13, 1, '\xb7e570a2c66d8ed47c32b6a246c02fc65eb383549199d9d5f0a6d1c666081ace'::bytea, '\xe9c93162685b1b468e8b3dd54c246a77b6b975a14e6b2cdcf4da4f4a0769e8143bf0d4065e4abd8b9503e845d29b4fcb43016d4f687ef254485c9298b57b92'::bytea);
