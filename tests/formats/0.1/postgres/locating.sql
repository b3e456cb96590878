-- request: 01a1fb67-1800-76b3-a0d3-333a8551a44d
-- code: 7NK97GF3HJMABTTNBR9VQSQVWT45
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
(1, '01a1fb67-1800-76b3-a0d3-333a8551a44d', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795219200000, 1795220100000, 4);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xa3507f1f49d77ab542cd6b7254bac09f8c0faffa9f3cacf0519b9840cd7cd771'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xf7e6f942cfd3ab02b77b2c83fb34cd0ee71707eedd20bf5bdeaf946b1f9d3b38d17a186eef1d6770955733d9c30536b2735204bdaf8f9e69988268dcad2335b086ed6ae6362fd688255ce5e660712a2fa45e8e1785b5605f532525b3393ca2b496592ba98b9ca9fc1d61c2c581f8c24f152bb461ba675cf86b7913f96c28fcd3bd457756e0d432c80368216ce7a7a6264e54b25778cc6cf59a44737b6bf5c32318dca287de263722c4231582f6dfa25f47b3608da85c8b1834f08ba8e48ba951bfc763d57e405ddd835a69e457e4f34f12856543af3c9c378a746412a7b6eee8a3cb7c24b0f7d104ce984ac897dffc76154f2ea58825153372daa1d196e7a29b9fc7438389e2c712da62f8dcfa89ff5d946e5fd29c533bb1f03ad65af03f6c4dc81b5bf45d1095a9c83e2e4cfcaa7d40af2be428d4b1e3fff4641bcaac8f35aeda341ff98b701be2010dc6aa05f861411af36f7180b8d828ca89ce94a7bd2380d4e47568ec410c0d5a043ef4175531e355c441e1cf7edaa16d7ebbbe53b9c837f19db7'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(2, 1, 'reached/contacts', 1),
(3, 1, 'reached/memberships', 2),
(4, 1, 'reached/threads', 4),
(5, 1, 'reached/groups', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 1);
SELECT setval('oubliette_note_sets_number_seq', 8);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\x4e86ecbe7095417e9a89a714013a368e721efc2c74765c95807185dac97af39a'::bytea, '\xd5f7b43615f6195ea5a29c8732fc33db750090fd6303c5712d7260f3de8f1cde74149910e238b735eae58edf210c983edccf8da7db254d1c7788b21379f80c'::bytea),
(1, 2, '\xbc29ca783e5b0ae7fd687f7e1ff9eb1f658b8c9fef24ee507122e3c310949054'::bytea, '\x61719d52a7118eca6129898c7f3505e14409c3630dedea5beee2dcfc35cc08512052c3f3b8e1f5982ae78db24a92568a5df9ec73e30e2cd6a67c02bd3f94e5'::bytea),
(2, 1, '\x327bf23266fa13da4f8c6105c6d8e20a11ceed5866b4dc80578be7b1951edb3f'::bytea, '\x10583c913e94c06869ce0c814ce8ff7c14183189e9c7070a558fb32b740c0422350453edc8fe789f75af20ca9bc3cefa4aea620c4957926475bf11cf652763'::bytea),
(3, 1, '\x99b1a502f13ebab006d61ae97e96cb5939ce0ab8e713117c86625868902056f5'::bytea, '\xfe7070a264b3e1447146ed3e653a6367fe802f333c91c67ac7c7b38c3f0d9b303e32fa669831b9f8e200bc255d804e625ae6ed27d43ca89fb6047e64fc136a76f2fc21fc6f1d3155954beddf38'::bytea),
(3, 2, '\xe2a0c1d346b30e79c796d638851fe8cf583c8405ddc48ebc8d9b7dfa8400ca16'::bytea, '\x7fbe0392dce48a67da3f496c7ef46be761c2fd6619a2184842a99004a9d17c4f2e0b0c4b5dffe8b453f3540db6ccb900d2e1dd8a8ec8cc3b626013181db24ddb779fd3d5fecae074d085fbb32e'::bytea),
(4, 1, '\x479a2cc34dd38453e4eb1865a385f969f64ab668395824a5c886409d09df7581'::bytea, '\xa7d0d768e737506e53a091453c0cf5adae17ba7cc53e9e1bf9a0ecd20786586a161376c26350d7456bc62fcc8d42739635a0f8a66e4f92b60d7637178a7232'::bytea),
(4, 2, '\xf50c370bfb0d1481e3d91c216cfd108d816c9ddd6c4c5893b761a0475e6dbd94'::bytea, '\x30dda8ced920ce94914eecd47bcb344275284b5402e9796b84933cee13423865d13d773b9cc75ed92433053d73092fc96cf3acba9da7dc52f1d2df48348c00'::bytea),
(4, 3, '\xf77da2cd53f59e70670d98f75c8751de200b44e07380e97a8c75df6666d82d4d'::bytea, '\x6b34d333f6991626e3ab4e9a10fb65af02ce0df838da5f7392ca827411138898e7fd52de03898defd6d1639d83a15d4e3749bbc9e787ce6a34b1da569f11ce'::bytea),
(4, 4, '\x672138f3a26b3859a592f41a9c525ee42d28acf61bf3b13d8f6d4509d10c5f68'::bytea, '\x5590ad032c5a4b81f194c90327a78df9003ae4bd726c23215d45208a7513142eae1134cc517ea20d0c775095d2064564a649580e72c3bda9469fc9dfac5d64'::bytea),
(5, 1, '\x14c099eaff44affeeafc44c3865074242b88197865c2bcb40522553d9d80ea03'::bytea, '\xfb21099d13b55ad16a3d07a3d4bfbdc50e2dcfc8f308bea09c0f7eb5839cd5393ac7d7af1e081fc2c461769da113c2264d57f6b6125e624ad8106f88644b7a'::bytea),
(5, 2, '\xf393003d7fdca5d0f83e2ed44ddb6c72abfd428449e9815337e49bf30f3e76f2'::bytea, '\x35f4833514f969bdd68860749b45c2f0e51ddcfdacd43bee2d131954a53997bdb6f7001842df7fa87fc301bf050bb2f645cf254573a06019dfd0f092bee64f'::bytea),
(6, 1, '\x988399036c7c4248dbdd630bf99262a5a0204ccf5a51ce3a5ecf94aa62a8d5cd'::bytea, '\xddadc79382550f5d0359a7a12b68dcbcce14c368659a16994d1a71dac05963d8d12fbf17ba0bcd1ea018483eebbb290ce9ee18b0a22e277a7c18010c8724d3'::bytea),
(7, 1, '\x92ccc9c57c02217505a8ceae1df2a1f9412cf6b2d59ac2f84d1546aa2f816b72'::bytea, '\x72ef012beb6d12e874ba7b41dec0188141811488be4f1060ad6d2a821f27e8a7dbb49f8152bb6b2c10f52a954551f4b1910fad88764f8d032308e3ecf9c15268192984ce7bbd78e16ccaeb6bde'::bytea),
(7, 2, '\x25fc4f542b42fa631da37932d90b8943974eba6e1eefeb155e732c90a250c614'::bytea, '\xe0a6284dadd69cb58341fa7e606a3835334d70380564552d07fb0bc166c4875f6fd7a6024b51a29d9c00bd6be3f62f8e8095d4e66032c1a8db6fed5c350e153107227dea508e9a0239c5b1674e'::bytea),
(8, 1, '\x27e831c464dd1466525bc1239328fcfc965bddab618e579453bf245b703ef4c8'::bytea, '\xa86efd0185359f41c22cedfb14433dca4844edda440f5c655a9b89e9a7306e1a08aa7ab56a0fb51e3befa236a5217bfd616d6eee8b60d6477edf2d5fe63fee'::bytea);
