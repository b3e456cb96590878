-- request: 01a1fb67-1800-7b90-a3e1-aeee1104836a
-- code: 5EXF5B86G8SW12H5YAX8T6C0YD37
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
(1, '01a1fb67-1800-7b90-a3e1-aeee1104836a', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795219200000, 1795220100000, 5);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xf0481312bdf1765940d107d90d891341ae13b795904e4d7316df1585a2cec276'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x742f3d9c3865def5bfc63c127c985b4d441b9808890a668ab9feb288cc8468296d23bde4ed7d335d18085374781835f6eb4ae129a030ab7e04adaf7d8ed0828457d4979a5103f50838a799cf472fac95b15d8b3180d0f782a4316a02c2525bf30121e60ac08ca95fa9a631b40a7ea3106cfa0bc0b08619b7b1c46305c6b402b151d84c450f02297f882337861d06f40273b5ce3d121c5c5519d80dfddfcbd3f584611661fbe0b000ad55c0473b80fe206fa33dd02394c329c2a0c6cb617c2a8f436b4f3b3d277c1dea074f968c56b10b84cccb3539b300bf00b78c78a5782ca208f90a9dac6541e069e3c93ace567db3ddd20cbe18238c5ea8c56fcc33af04398eeeef8032e4107939f89a9e7b2de46d436ac2302f1ded580d8fd070d0db2aaa8afe3cbdf7e43929c06acdfc741975f31ba5e94c151ff478559709ba05f91e8d8aaf2346ecfa89df9bdb9abd1fe77fdf3edf91362caf0a615a62a1ef98ebe90ee1f6e42e5052c23a48d1404094b6a0a380024d2f7111d5b320b9f07a81387a21a93e5d'::bytea);
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
(1, 1, '\x4a0bd52b59620de9a904b1d76216305a31f525465929b0771d72e9975179c187'::bytea, '\x1562686654071d0c4ec3277bfed3e6ea1a56429e30be42c1c0696ab8a964d81633f465ef9e52ba33bd15ff516fa4283dde7e6678859f3e72c157cbed52ac0c'::bytea),
(1, 2, '\x032023cc4d3c725a8ffd0acbe34745917e577fd11bd236be344beac6da7102a1'::bytea, '\x735201106edc3eb4d739e22d4d7c30abd2cb852199c12df3375b825c4ad810559e0f383162abbf8eaa3194ddb28716e2acf1a09d849a9664a29165e21dab95'::bytea),
(6, 1, '\x38afc59058662038bc8a7f633ccdebd6b68ceeae2ceaad3493cdd37086a766e1'::bytea, '\x8c00e3fd5297a45ea89b91bb56090aaf7cce126b9c68d71e7e9c4ac3965a5cd8bf2dc4efad63dd445741806898cb06e79388f1828bc66173536e42f78e1100'::bytea),
(7, 1, '\xc0cca93e30281e061ed18139dff5cc05a42eeed5b2f9608ac8227523750fe5b9'::bytea, '\x95d0ec2555e48a45586d3c641f4c842f81de9b6849f5890a79c68c921065a5323aab089bb04481286c5bbf6bce24f4b3bd551fd1221cbeb5b4c7f62a6f34b1123a9aa72e7c645fd4acd5f9f74d'::bytea),
(7, 2, '\xb0f14239e3a42abf50fa547a60dbae250eebb6843d449df772de28eb48cf668d'::bytea, '\x3290756437ff806f503344138538a2f9fcbe54c8aba4a69967aacbb33eb5100545c46f947e6743e15989a648698937a981c50314c87b0da2466e41b2c32f9c82bf692851c340e23baffe0ad0ff'::bytea),
(8, 1, '\x1a800172c9c9a599d95673f8dde8d0da23d10940b97b2df5e21d58ca6b8b8d1e'::bytea, '\x7421405223b7d0cdee2b63ac627a63b280036d771c6b3da614db04cc8603127419ec52e6aeefae669fb0db76f23b082860b15b1e2028a4dfe49887a04c95e7'::bytea),
(8, 2, '\xac04369d6c3c2a6f7c731d5c41d73d1a98f6e21b455e2f34100b56560462aae8'::bytea, '\x25fe21d86065f45face3ffe4a637bfa5b8f9a78496b11914f417bc9b826cce0e0209adc0d017ca5149daba1a7e98409d351931f382669677a82ca210375931'::bytea),
(8, 3, '\x37f2bfd8047df749d138d43c2dfb50469b55d9f35167a61daebaf770a2fa005d'::bytea, '\x969e8a1da20434eefd4b94aca33f6357cb359cfbb3276351d741168fc6d778e62b7fc97ff18687d95e9b2a461bc73b2d21e5c3fc93455fc3debf8393291274'::bytea),
(9, 1, '\x4ec4ed9ab966f87f48c863715e6261bd652d2b20b7403cd115955db592c08563'::bytea, '\x9953287179e241cf9e2045e774e87dfc4bb0f1d11a0f8713f275441624620f38eb57a23ac97ef64cc611be8f234eaee42f4405a24ed78a74f991a3f1948641'::bytea),
(10, 1, '\x0522703f5902cb242c2d838b837c576b1fc4e7dfa22b6e0f0d7219e405b0e5cc'::bytea, '\x7f4ce10d6cb6e75138e2bd99ba8f23429a39907b04936088682f76783f97f2d2b0de0737ad27e3f06a787c59ddbcd4496f80d985c822001d832b0ce6c5dbb7b8f8d080cdf4aebd6adca16bfb1abc7970c43cba2151c67ffc113d4dc9eb95e6'::bytea),
(11, 1, '\x1c0974f4c1e0e8648775bc5f180cb82f2eeed1cfd437cb56f496269b752062e5'::bytea, '\xfcf745e35fcc246d50e15fb7dcfc336485c706949baf1da655bd7b3dc74b0e1925780f7ab9ff03dc595c13a529defa65e8d2a106bc65a651f510f5e0d00b7b12893e6b2f19b762ae4d1b7c66b5814b8cf48eaaf55578c9496ba6cdae6bbd108ba582d4f809a572c68e700d6ec056a532d93a0dd625c053050ae740ecc53181fcf2'::bytea),
(12, 1, '\x5030bed706a28c015b4a6680da74ef57ec2d77afbb347f50cd93f2ba46143489'::bytea, '\x5969bcfe2649d22c94b1cd6d7bf5c2a6fe9f50fdc4834af7aeb5b51d417386d1c9c584cd4e5cdcf664ba1dc2ebb809d01e085ad9d82b0b7fa9d44588afe62c23ce68f61840dab5b8ee29ad12bcd0a85fe43cbf94e8'::bytea),
(13, 1, '\xa3097bfac0c94e98ae79a7f309e18f39ef535ca182eda477c235b4ee4274d3fe'::bytea, '\xd44dd91c89fc488c62727a21a3c9764e3b11bdb5a2ff8618bbbfbc0dcc4c768995f36a0ef99b70062da547909a03201d84e642dc76001dae613ff38c6ef1e4'::bytea);
