-- request: 01a1fb67-1800-7a94-9e44-e66a49cf524d
-- code: 7QAQZRXFDS9YNXFFHPME4SG2K5ZT
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
(1, '01a1fb67-1800-7a94-9e44-e66a49cf524d', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'partially_failed', 1795220100000, NULL, 33);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x4e4d5736e935890f4ea6ee402584d95da8381fdda930083e8fe76c58ec535702'::bytea, 1);
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
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"failed","records":0}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"stopped","problem":"store `crm` failed: erase: the store is away"}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"partially_failed"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x4145369823c1eb9f1bfc6aa7e07c574ab09b58954f9e658050840b9e2ce4210fba10afab875235774ed45809d9a8dcbd06d7a6b9052fe7540a5b9892790cdcb142cc51ebdbae0e4fa0a5b0b7b06234b4f80dd79c66cc675ef3e6b552de7cdaeb56570aee58dfeb9bb0ab143dc774d4775d950c399c085bfcc63d0da59b8434bf42b30d45b8a3a0e2ee5d3dbef049066b2d85691cfcaf0e8092765c91d5e29b3e305b3a3b31889675a0637211994fa772df4db62dd1bff202922de95a4f4011f5f4ce585aafcc2bcec32b38a84fe76e8b1c5c32c1cea30a2a897087c75f5f1213d00a933bed9e79009bc989b3ec819454530f50b414d11d36f04d428cd314a054a6dab4e6482a61435bbaeee8396713dddb632226285dc0ccb2db647b51c09fef7a0240dc12cff1ed4e86f4c1dd62dce542e8983c2a99776435c2ccb5eb91e2815af9184e67ce4bc49fa5b0908cf29f0a4b03bc14b1bbcdf08aca76d9a45e567162c4d15ee49fb2502e9b9781890d48f72443d8cbe4150a024e06c182a94fae193053d7'::bytea);
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
(1, 1, '\xbb25ad8a6d636d4ecf5530c805d286c7696bfbd5ac8ba25260ccb37acb9f9398'::bytea, '\x9c8ba506b52057518a4c833773ed61ec77c345e3b853e86374fe036f7f1fb10d5a1d50834d0e00480f647ec222f56be6cedcd2bf4755a4047b93ef13684b79'::bytea),
(1, 2, '\x7ddbdbe8e0642f976af2ad3feb98b6ffbafe1a19b08d4c08954d509fa11973f1'::bytea, '\x53004bc7f30d941611816f560f5c972435a14248ce3721a7dc8049c42c92e04cea20852ff12ce01808b7b1b89fc56653232b40808951bb96967befea236a1f'::bytea),
(6, 1, '\xdd525986d91469fd5a6c3c9a929c0f690ccceabfc0fc98601f10233f448db2ab'::bytea, '\x1183991b71e7143c4acf1f02e544c823067568597ac0a579223393b42e085fee39a0150fa1af0c8325a413e78590e0f6c90737f6a0068a4dc5c245688e42af'::bytea),
(7, 1, '\xc463ee7ec7b20c7d2c239a354d5d59656f46e36dd93fbe7e035df42ee7170b6b'::bytea, '\x45b51b472d55068a0d402d51b69fb287af4a32702ae1744bac6096220f7c38f061308850f967d89d809e87ea3cfee9f02c286ab9a43a4b19eb464ab24b06dc6fd9bd261d9dbcf75bd639c05f7a'::bytea),
(7, 2, '\xecd4d2ab6c5cc6ecf6c1ff6b0ec4abe301ccfa4aab252e90d6f5c51f788a54ed'::bytea, '\xbcab99b9b6b5155cbae9146e5f194247263ea3fdf7829eb9ac5f73e6ca3fb62b91664c6cc65ad70d9907df5ef790b3aaafa0ea62904ac39f278475d24648e8cd227492b91832792314318ab272'::bytea),
(8, 1, '\xf362f3ec3548d4a29551755dcfa018d6c734bf10bba7dc76d654cb20044f7267'::bytea, '\x1f9f9960e0d9d9ca5ef23b7e1aa19e27255d7a0ee544c5b21da341c572d3acb0746b9e0a9d91bcf647ffd2e97b6b411e480ec1a78023b84798cbedc8db86f1'::bytea),
(8, 2, '\x5bde65f9d64f4a0b7d0231eb2eb2c2528e689b11fadad9fea87fb32c1b2a5ca6'::bytea, '\xe4c361ab94777d1fd20bfb2c27f44bb423685e48df671e20d2f08ade89f77d2754e324cf139365f85c1126a5f7d7a03245a183ab72acae64f9c041fcf50aef'::bytea),
(8, 3, '\x0c0c31dd0f73726d6d62be82d212bd10f1b3babd0df4da6833cc9edbee93ec8d'::bytea, '\x15894b9a6637452132ee2ca59c51fb5c3f94cab71dab239f95ec0a3b3280e66916a36620f4728ba4803272a5baa276870fcad329b15a8748b0a6b4be746cba'::bytea),
(9, 1, '\xcfd2f6f47fc9e697662707b149fad064d4a577b74f42df22c795cf966ced57e1'::bytea, '\xeaebcc9065ce1ed244f04dba56bb6063c6253ac0c6bde936ee3656658b32b78b3f0f07e76caddce69e7d4a1721c4b989b5ef629e99e271cd5f04f979d26ec8'::bytea),
(10, 1, '\xbd05db5cf99a4ff126782673da30eb83e10488c0fff0e7426e9894fab1c8763a'::bytea, '\x45bf92aa3c708d9344b3fcd47183787507d9a2f91b0448bd079619ccba8bd553c8af3bcb92fd46137c7f66362e08cb22cde7f4c87b70e122ee87ef93ee3c5d90f1c8c31a31a1aad59c271d26e6008305f7a0e429f7ec3a05cd1da927e957c6'::bytea),
(11, 1, '\x12c0beb0939d8fef432de3ecbd50062cfb1985413ac99cddc2d4b023ccb917c8'::bytea, '\x952f1d6cef6213e52f95270c7ae1aebfbde5ce6b4635c2d7ffd152b2a91365298117f51373e0747f067f7db5463e7fac86fb19710a72153ac26cd8419418b2aacd212916b1703b49ffeda33b441b06e5d2c1551dd2560b8f0a74c73f5c1776438a060ffb33afbcea422502018af6426c81eb76fba06f745608a09d987f5a0174be'::bytea),
(12, 1, '\xf78ac8f4de61f20c59dfea6d8fdefe5892835df3bd058a6937ae3f2d3943a3e5'::bytea, '\x60ef4a61160cc4d79a375e2f379503946e965ebc0dd3820bc4e59de21a3dcd43e04ddffe82614c2a8e3d7cbb1d6b51628bc981107545030cbb6284dfad4b4b02dcf3034ba9c0e7e6d468f2d1e29c2b7374c0cc1bb9'::bytea),
(13, 1, '\x6c322eb7ed6ebf34f4a66298856f6c3a9e3075076e55be2cc472ceebed9ddb5d'::bytea, '\x8f78cd803fd02537786cf8624cf8d19651e07825be8136b28dab603bf129052217ede4f62b9affb752e8c06705353a882cddb56156a692e50989df16620b32'::bytea);
