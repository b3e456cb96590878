-- request: 01a1fb67-1800-72cb-8c24-3e4b4ee04f4b
-- code: 5DD2VXPHPMXD9YTCBBXM07ZEM191
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
('t2', NULL, NULL),
('t3', NULL, 't2'),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, NULL, '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
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
(1, '01a1fb67-1800-72cb-8c24-3e4b4ee04f4b', '\x145bcb19dc91008b1fb3e0d0892e42e99b6d192abf071d7ad0b9abe6439bc879'::bytea, 'running', 1795220100000, 1795220100000, 14);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x62dce2b1570866c082020663684c7dec32b249a5d84ac04a090a467808835bf3'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"categories=talk","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"5d82313470e88b16541d09bf533058b781ba51d16e10f7de0ba055b39f4fb600","steps":[{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":0},{"records":0},{"records":2},{"records":1},{"records":3},{"records":0},{"records":0}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"absent","records":0}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"absent","records":0}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"cleared","records":2}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"cleared","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xa7e99a97ca99ff196a31697128bf3fe8869eb284607c01b36f52b4df07a92f010ff131bb7847f9575edbeb8a516a8cac475ef2c5f6e4cb984f27079f8796f8fdd256d6ab0cabbf2faea3f26a41eb8b93a2d28f4d8edd1741594b9ba0ea157f18504b846cb38118dcf119f6bc5b34e17b69fd588d94b58a11153b1267b8266284f6060f73a651162f5bfbf4203da497474597023188524a5cb61336f1ce5a7d05a5c84c6f745bf5699f03dd1dbbaea8d1d4cf93459b80ee382cc7f4a2a1fd32925d3a0f202f5531888744dc29d31282d4ab7bb811ac23c78d4bfa2588dea688d0805993cbf647e548d16ab6e791e27d14543243ee8a1791ff4a286231e37e9377e5784f4a43e6ead5e0160716e28f1b900cf9fb919dd598ea9a859ce59a4e2a5acc328db83659b74bec1d29b6b4dab2b096dc34bd8469e8f8fb69dc99d09a7ee30ed0d07d8549ea8b2301d8d3324636a8d89ad1dcb734dd73841cd79ca4c6cacd7896255f6e54a46b2575711d4d580797116553b016106a994723a5489b05c11f25b26340ab466dbb783171'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(5, 1, 'gone/contacts', 1),
(6, 1, 'gone/memberships', 2),
(7, 1, 'gone/threads', 3),
(8, 1, 'others/visits/12', 2),
(9, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 9);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(5, 1, '\xe245e307ef36c9a14d486d28a03d5c76abad0b480ec4259e23cb342f8e15f7ee'::bytea, '\x07a3c2e09a9219b25e8cae83d2b3bd80ce5af03da663f4e1b09ade30aafb95580bc00175d0df512e2427a894d71ebdd6894154c5528aa766a69fc0eecc9b62'::bytea),
(6, 1, '\xee00033475d1d8171e6d8a556d385085856efd5505a3ce65194d37f6fd9d15d0'::bytea, '\xa2ce339a083579b8533f292d573527294440cec865878fab53633733233132df6f503a4ce6d673675471374446d948199b92e1b4a622a01dc4e392f781dd43567df06972189a8d397aeb4a88d6'::bytea),
(6, 2, '\x109702136cc2a14600158322cff7004a0290f6d2d46a6bbd29b0733ff51890e8'::bytea, '\xea7174cae67d52bbe0622458cf22142e2a6789207e481a78f8fa7f63ec41c3b05a41634853a5cf938b3f6011f9827264b677e9fb2962de2ab677453dce49954e49e5792ba086941a0418d891bb'::bytea),
(7, 1, '\xba2aebaca46fc4082a2b2c4cb4368e2a81172148035a74ae47a3997590b069f7'::bytea, '\xdd5a5ad650adebae3df4b4ebbbd34e82ed96918a4c63374b65b0b960c91db8af929f33eb2500a893ecd92d9d2049ea931732d68b78bfa59660d925006f116d'::bytea),
(7, 2, '\x2087f717fb735b788589d9ddf072d161a20162606d092c286ac60ec1df59c563'::bytea, '\x81e85582890571aae3014408a025fb9bd519006a704c200af2317f52ad1315a1105402f5930e5514ff3108cd38a5cdf170382a6aa29b8ec1a61cefa7c0bb14'::bytea),
(7, 3, '\xa52c856f8f29424e6c2e87d24748889b44b00ea6d1acd28add375df2f6af5542'::bytea, '\x3f6683bc24f1134f72c6faed901101cc592fdf0d30491ba73c1164eb42657c316fd75b0af09c28012d7642fa597972c2123ea273ceff2a84b9112a65d0d417'::bytea),
(8, 1, '\xb6875a7b8c0fea04ca95ef0eee691c1ad3475dca558108252b7f4040182b3d88'::bytea, '\x4484ae9894a1bca8aa375b278f57164c275c02c874931964f090a187b18b10f9e4ba5d451074c29de70c43687d60321488dd3a17bc16fb612b2b79ff23fc435848755e892562e591fefa25f31f0fec0a71eaee788c'::bytea),
(8, 2, '\x789e8898326a6cc33449f562f0984ce9fa36fb753ca035f0686e15197898b2fc'::bytea, '\xc30d75593e32766594cfbb4881b4d40922cc94dbb46ab73dc8d76dd79ae53c906c52bbbcfb8bfe82b7512b7ed66c66f5b79643401a13bdcf345756202bba7c96a546f6fda29beda4ec43813a7f8ec7ae3230b0356c'::bytea),
(9, 1, '\xbbf7586a0bb3c9072a0160566f07ec8e7c51e265a2ef702e8a68d306ae667d09'::bytea, '\x29b179fe6a11328c4ce58aa7857046a068b56a82267514817353cf30dca02539388be333950fafa5bd0569198503453c51ea378717a2a46f03905e6a6681a8'::bytea);
