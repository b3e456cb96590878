-- request: 01a1fb67-1800-74e3-b774-024773246b6c
-- code: 6JBYGNVR8Y9TA9X889SZJ7KGK66S
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
(1, '01a1fb67-1800-74e3-b774-024773246b6c', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795219200000, 1795220100000, 4);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xf0b2cf34b6a61987b6b0d530ffcd0f818e946468e4b5df47dcf2fd615ad355b0'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x44028bc3326c5df853d9cd53e46fd9103dff6f31c7b8cd6831aae844e5d9d85141d7a38460fd895a103087ad8d094325de9a3e1d8c4c9d88133d38a072989d5ca557ddefb338c1b8ee7f0f55ea2b81be5c2ebd8e71887a7bc055ff244ff34e5bfad2ef89256a64d546cc4e014ad6e7aa384af90a3276a42ab6b807f8c488474d1a79d19568fbcb8bfe1ec8794d1cd577858342167745d6ba20a002ed5f1b878e6ecf83be9583e3ba01335443cd9355c62aa96ccf7dde0d7209d01e711f49a8938422f371c070562c46626ebf343e43f5043f9f76b4a1906dfcc13eec46a4cd210bde7bbe5465b9baabb5c4123e9886270508659a11adddd88eea6f8a46024d0b66ef344782954531858ee65b4ab3ed13b96df88ed13f1ab0b7dffa84f8c10d5b8549fed024b888dfeefbb4e5c3ed9cbce99e837e4f85e7953658079c66aeb55dfd8faf2886a8b1824729cd511a392e9edb2724a5141cf85753b95528c078840fa9071f8a68c5bcd300fe49fa707ff6cd262a2c6563033b6fbec7031598e1d903f4ac8c'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1);
SELECT setval('oubliette_note_sets_number_seq', 11);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x69e66ca208a2c4e95f7227e5b91671136843741a9879220880a18ab9b472ff0a'::bytea, '\x1f934d4c9bebda917100807a67a9de613f3cb67ca3059f4ad85d6e340adfff37357382629654bb3c39a8888f0b5c5ae94c0df0dcb6c641ac528da013b78c34'::bytea),
(1, 2, '\xff86e6752999dec2b42bb3f3a3330da275bd0130d9067bfa8ab26c58819e24ee'::bytea, '\x5af34e2d185d8cbad3e10cac6e95da03e68e2707ee29484eadeddbe87fa17d4292b4f4a83053ab6d2f55203c8ddf08df0741fe86fe23f7da7c20cd2a90c1de'::bytea),
(6, 1, '\xf5af79601b33afcb0adae1bddec106c835fcd6c440ab6d85bf061737f9165141'::bytea, '\x1ce0938db3b2914b62f55819c44681a96f2da5ccec1a7a2c35a12599f7b14de76105a71f9e0a4b14fc5185ea62851e97646c097363e369c5df24768ac59bd3'::bytea),
(7, 1, '\xcab785c10af1e486badaad9b72aa8dfbd883f5c1ca5a94a127245d369d7aa53c'::bytea, '\xbf0eb3362afbf48a30662a2cd346c4d9982d8bf594905435918f0b86d6f5737decf13bed376f37b60fbe22d101217d5023a819bf3a356c44d43adafa85ab7e2668ae9f9660da707b459dc4bbd1'::bytea),
(7, 2, '\xd848170b0a6c32a58fb71397378061b396db64faeee54ff1c4c5dfa51f97aced'::bytea, '\x3796be851f9f6fe83598cdbe243ed9067fcd5a367f6c9dff9bbb8a3f4ca63c6103418d19af24a2ab89eb568918e2ddf292fd599a497f73d2bae7adca37f35ad7967db153ad9c7a06b72c53b5ca'::bytea),
(8, 1, '\x66406546f4b7978c62dc015f50e64b1e03ff5bee13f60d38ce7fc5c3b2ba9ef0'::bytea, '\xfa5f9f0a98723c238e02cceafa15555e4ac1974cd2924dd149873631bacad98929b406d23e28c187cb3a8a7dfa7dec5d9258e0e0f6f387e2079d80e4e86c42'::bytea),
(8, 2, '\x791b730f37b885f2017ce94f03f0ec41e1fb45235f9287ef187db9a4df56507c'::bytea, '\x6f185e9cf557b274ae5c9cda3cd8b771a945f29b01e11d7458996fe27d63506f49778567d1c6f0c22a6febc8656480f7811564338e128fc7a807d9c4b5ae37'::bytea),
(8, 3, '\x3d47bc221ed43e42a73e3ea3fc0edb57d9510a988d7e9da1fe3d83cd404ec527'::bytea, '\x8130e65b6e0137997e9ac72b81b52c988149c00196f61534400e8360da9d821cb3db6f4e6eaf8a92d98cf9ba74bd144f284d821be9fecfce9fe0fc36bdf211'::bytea),
(9, 1, '\xfc2f9bd5c62ee77e7d33e967eeda7850569e46648911e45523212ffda2225b1a'::bytea, '\xd3d7d3297d21c5677a9eb84fd6d741ae20208e3c2314a1b59cceaf0e4ed8bed5fce541621427ac2cc35e797563d575f418edb0a3df86bfb5ca531510590def'::bytea),
(10, 1, '\x11079f9f2c3200928fce6623ec24f9e0de999e174efcdf424e4e378945c8601a'::bytea, '\x9f1db215e24382bba07740d2b74222cd266d27f23ac6f481580bf59a069a2fd77eb762c24360e8dbce7a9c7a44b3e92801a0649a9d31f40510342e235fbc824293152c0756c8a8b3da2256006d35e217bd7a7c53c95716e216e766dae19d50'::bytea),
(11, 1, '\xb061a9065746ac60c917877d619993f7621dabc0d8ae947a4f95809a1fdf0497'::bytea, '\x7d4558b8835676222747e5106a9c82ba9c5304c8ad883569e7f2a210de1ef87ab30e963b9cab47c69248e286bdbec3f8740911a09594d67bcaa23043e46c135c25694b3cc7f98194e0e94ff780925c348b20ea9ce643c919eb02760ea28445295b1bd564f59e7572db50c295a34b5ee0082e2de3995276d21283130a2fb4d719c0'::bytea);
