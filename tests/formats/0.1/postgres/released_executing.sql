-- request: 01a1fb67-1800-73d0-ac2d-f5ce4174b593
-- code: 4ZNXD2FCHY5RX19HTASSARNCC2V5
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(1, 'acme', NULL, NULL, NULL, NULL),
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
(2, NULL, NULL),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', NULL, 100),
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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-73d0-ac2d-f5ce4174b593', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795220100000, 1795220100000, 59);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x818f2531d27bedecfdb8e4bc1feda8fe2733d0dfe0e2912656642d968d38636d'::bytea, 1);
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
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"absent","records":0}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"cleared","records":1}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"anonymized","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"absent","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"erased","records":3}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"erased","records":2}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"absent","records":0}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"absent","records":0}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"absent","records":0}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"anonymized","records":1}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"executed","backups_gone_at":null,"still_holding":{}}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"on_hold"}'),
(1, 47, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 48, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 49, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":0},{"records":0},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":0},{"records":0},{"records":0},{"records":0},{"records":1},{"records":0},{"records":0},{"records":1},{"records":0},{"records":0},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 50, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 51, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 52, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 53, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"absent","records":0}'),
(1, 54, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 55, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"absent","records":0}'),
(1, 56, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 57, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 58, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x6df2b74ec8b4dfa6683f422907f0e5de06568e6fe2db4040d686e910ceb55b06628d76b1e2209d8a5bbb07c0f4506b71c385a973edd7868fd315a3aaed8ff8ac3c5a9b0076263a7cc8cd8584f0baa2cd15bfd57d2cc4c5e7a70aa388874c8492d0408909820dd2058fc5516f201d15680ae43204be1c45a5f6d61853544adcc6e8262abcc6ee905b76e4aa5cfc43a06508ba288dcbae594a0ffe6f92a537bcd40ef47fb7505093d8ff8e03b56ead21c6692647aa23b674840e87759ebe979198a8be8bc99b635a345a4c950a9dba7cd1cb1d3c0e0511cc6fc49d9910300eeda454658680f6cff9150dd1c11b417b0e826e8863cdb74a381a674e407db6f1de2d5215346cff452a0531ad12c9b103495ce46c4ee692b992a010caacdac30699455e0bbd066cf4cd63f9c5c9197e959d989bb3345b3f997c15ba8deeabf8bc3d1cf533ead6f62b694b00d7da1eaf8bdacefaa2f3a559e5556f3c9531126fa125024496c7d0d2b29f957dd4337c761a821bd58f8b92e24342d02254407f77b1d917d8f43a'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(2, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'kept/contracts', 1),
(10, 1, 'others/visits/12', 1),
(11, 1, 'others/threads/10', 1),
(13, 1, 'freed/addresses', 1),
(14, 1, 'kept/invoices', 1);
SELECT setval('oubliette_note_sets_number_seq', 14);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\xd845d1b90f0f78a765c5dc0d35793682dbbd8e05647eddfeca42c90fb70da7c7'::bytea, '\xa374615cbc75fefd63e8a593282ab8ab170866d68d5eda2e2b393f493a9f926343df99ffa6477a4edc87b3313fafb16bc562fd6fa2c0f25c4824dad765cd64'::bytea),
(1, 2, '\x5cd2336a06ef8ecdb85cf4705fc0d4ded22d7e39a6bc0d4f7cd5846c4122ad62'::bytea, '\xacff04ea42ccb5b8e05daaaeb831a1ac1ae7905b0fb8716bae87eb189eb88f41e17c6c89ca6c6c3659a5930b1fad949216db6a7e90ee880e9a59e3943f48ae'::bytea),
(2, 1, '\xcfe6030b1a6b678d91d11bf6adb18cefe7e37902c82b1bc50e50b0b0531fc311'::bytea, '\x67a3e9cbcd3b2e9a5336f87d789cfd97aba384f3778359f3d3495350f4e0a3224c078f28e79681029b0a07af7c1b5abb6b181845ee81038d1ee8093c7d9c89'::bytea),
(7, 1, '\xe310a3bc3f049c57f4b26413ae85e87121d0d6f8d934e9deacc626c15558702a'::bytea, '\x1580293bfbf24744af1e174a1450bd408197460ccc2d4b5119efc7b703f602c6b43c31b7f9c49153a2246b739608030c206adb58be6b71ff13d732941b336d37bdb7b0d5c0815d36e9a0dc153a'::bytea),
(7, 2, '\x2ff5675e5083812663879cc968dbe0d898d208198f97915555748f6bf2ded899'::bytea, '\x7913ace96cd00401d3cbeb79096e19622a4bb9e7a5ff0eb2808ffd2b783dc4b20c81e3441de7840e535af8374223c822860d16f27ceed96b1275d2abb2f31c5ee36cdfd0d52ede244cc753c073'::bytea),
(8, 1, '\xc580504daeea0a8b4f2cc0bd084dd67105c7fc2d33a355e77560e1ec0438e26e'::bytea, '\x84a38fd98953bd63038aa89c31d0497e2c055a7b96b3fafc7df788abb5cca73e7a3e8de978eb596b14f40eeab9e8e74bb4b3de2ed09e0411ba81e1b90c7384'::bytea),
(8, 2, '\xc9734f72c0c543caed69624323d3e6c43b6996ebac185dbab898607a8e7b770b'::bytea, '\x4e65248f141fee9eb74b6c8eaa3f60552238fa63ff34d320940f225686ca5a0b7b6e549ec5469c84d58e7dd65a2c33e220771b658b964fc48a30a7c37c5f66'::bytea),
(8, 3, '\x1c32b8419dd4a206fd9946f4f38f177afe338220bfddb4544af88c25639e8940'::bytea, '\xee0c644d02d9fceb37141ee02bcd002fd055c4ce4f4ff96585108b8a06808541a02e67fab013927769429604430bfbd4ebd8b7d46f0d597077ea2827d4d94c'::bytea),
(9, 1, '\x8bcf01021d61ff6f7eb2d0f19e57459d0c51bb1dcd004f90db24e0f40d6947ae'::bytea, '\x09c2399a4284ffade31635902fbcabc79c2ffa31ad07c46a575129a867d707c69dd3a72c828c7578cdd446c521dad6d5bef938b3e343508115d4624eb5b54ecc31f18f155469ee51abfbe14b450ddea443b70aaf2747d133df16fce131b38c'::bytea),
(10, 1, '\xfa536fdf8b84b79b039eeab722c9cba4fafc1a9b5c36cce2e527ae4ed110c744'::bytea, '\x4dcc061dcdb4f97f218fb9334dabce02e90512599839bbb7ad7175ada0bde73ae42b57eaa2e378f594321569f6897f2d9bdd8be715bc04fb8ebec8afee16167c584f597081d98e93d1f97150bb941fa17e6b37d0b6'::bytea),
(11, 1, '\x229ce3741cd326b4d687cb8488f31f3dba41144674abf54be54c264a063d2ae9'::bytea, '\x100a8d494ba5bf00a7d731cd54005d8bd00d99b4255dcebc58ae90b78d4e91102825913ec50ff7f09f05cd2efb705da621b5e85820221254f95767e0a55c98'::bytea),
(13, 1, '\x37ecdc960ff5d16f442de517c86b1a2594da6161438330dccd64531b24ab38e9'::bytea, '\x71b4493591408cdb861678be94b2221c0ee08ff4e49fe77b5c836b1c9b44c8775ae71a5150e3ce1b637352a23741fb8cd2305913674ee23af8621c1080ab32'::bytea),
(14, 1, '\x5deaf4475e8e3f1d93d933fa6439181bce9ae29595d1e32490754d73b3948d1f'::bytea, '\xc8eb05dae3eb0198530e1c652143c46d923875d58f650c2b36cac9f517e5409921ff665b4460a20e9d10cbb044cad9ff58e1e49123065c1afd6dbc1a24cd13f63a035fd46d8106d16e96195ddb044f502d5ac5211f020d3d99a83f90257d938d24f9e5d4197437f3a04f01b8e171d74aa7e562c58f2e066860a3cedae0b2cd62f0'::bytea);
