-- request: 01a1fb67-1800-7b78-8df2-d00eae6101b4
-- code: 6PPAJRH8AERNSVFJVG52Y7QEBK8Y
-- at: 2026-12-03T00:00:00+00:00
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
(1, '01a1fb67-1800-7b78-8df2-d00eae6101b4', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'completed_with_retention', 1796256000000, 1796256900000, 52);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x596ccf190adaca81e6624ec5a8b42fac336668bb9fe869c341d6c80f5bf75ca3'::bytea, 1);
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
(1, 50, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"awaiting_backups"}'),
(1, 51, '{"at":"2026-12-03T00:00:00Z","event":"state","to":"completed_with_retention"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x8b59a3d878d4a8718bfe5fb2738c97794ac1f59c7fc3171c1841ada78187e91e86d59cdb77ebf7f486647b471e259b047770d991936aa00b0770aa5e870b94d52e7cfb2b11f9def69d53729c2b5d29f7fd073c1c155c3c410bb7c941b2b9022ab23fe8400c0cd193fd8d83e37d3a0ec40a1e947831167da91f71a06778aff6556e7c6fbf8c9b7689d3f5f6a1a9641a56e70bfa0e6ea4e50a42b1ea8a18a32828511afe89c29d5869a281b927f550c276dfbe1e22013db18f1cf646c2dc582bac1fa7821afe19e28ef7a294ba4b93e88d9cb7c8d0220726782e065e68781662087d1d15ef27650530633c5d7b6e025c355a68245c88fa277180c3261747fef154802a91363d22f50489b6abc837b650ddb141880a21f482bfad3d9b04f86046f67ecc5565ecec29b03450b59881f27f7bc62d6ab0da18c8538d15b3c22f7c64c36ac253c4ed4fdefa285367f1fccfff02a6423fb4e0c5f275360a6ced7d2c3a1dcb3d589c952d9e7a12b76bd975e41917cca2f23a378aa466d28baa8f4311649904323c'::bytea);
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
(1, 1, '\x8852c7e273aff113a389e5512e9bc2e2bc0c109a6f6a543ec777cddb81f7b691'::bytea, '\x5f95c34b260c0db7dac9be16ff6b9b73d7574b8ac074f55f69a577db0e8fea0acce782459850559bc00fd3f6be2548e63469da8e3fab1abcc2b8d8ff6d1e20'::bytea),
(1, 2, '\x6b568defbcd65e8c1ff0a28bb5b6b454f7e849ed00ae9e77c9dd339fd1b10c1e'::bytea, '\x72406aceec2290259e9c160d029b4f1e47a743a686dc54aab1e6ea19e3ff69a5307694c2716937e88f97a5f6b9855a0e302244470c31609e441e7913687e49'::bytea),
(6, 1, '\xf67ab54d55a10e3d016d1ec9e83a00027f50846f6d6888f7f627f484e568a129'::bytea, '\x8d7e98ebf445336553798e9136310b280ec2c260b09b24b545dc9e3bd8de6b4deb895787159412a4e11a35b5a62a1a887817bb6cdb708de7dc66c817f25e3a'::bytea),
(7, 1, '\x61fd9b332edc72ba38bc022b8e4a933657ea0d4c63e358631604d5d7ee01c74e'::bytea, '\x48db2cad394c3693bafaf7b8cb4ecd7bc97ed74d831e5a14943de4f2c14951104aa8f0ad0472dae07446cf22e29aed2204d69bec62949f2f1ff64c355ab628c347c91d3f77518b2fe2c03fbb92'::bytea),
(7, 2, '\x4b08fd6be29984c9d3007940e60280ed415cadb0858819734cdc072e04f5b366'::bytea, '\xd52a3cf7a6d195d068e7e2f52e822998dfc8bcaae016d740d70e152776d9228cce3152b8689e143b4a3e25bbdfcb24f77372060afe40202fe21672cd919bb32fd190bb779e1a5a2e7b2f22d8f8'::bytea),
(8, 1, '\x5d89d15ea7a666d4e07f2a50d983468500af20feecc2218ab8766d2d66843186'::bytea, '\xb6a07db0f003168d50383de511420a87d3de78f93e37874e0b40fe43b67415eb28afcf7604a864366716f6c994b9005b5ffa9e04b90482dfd25f06d59ca2ee'::bytea),
(8, 2, '\xc8c73559a0e3448cc05b183ede017819c654bcc848b852dc1afacbd6b75382db'::bytea, '\x5fda54fac66ac7ca2cacd89b21e5f4a2871a7f475ad12c0835960fdb61c4a9183b93d504ab4db67ed5b9110cf7ea45fb0ea8cd116ac7e3443ae0a5fd1d0495'::bytea),
(8, 3, '\xdc2e11dce1d1c082ca8fd822e9f79e428626eac63e50691e8b80a0d8e3ddfd24'::bytea, '\x079f2f023199a65d07bfc158bad99d23d4ef74b4046e3add1d7252932fb3d21ad6dae75c44a61c2a77ebb0b5358360ec8cea94ed348f5a637d6ef640149f9d'::bytea),
(9, 1, '\x3e0d0609968e0ad03c6318f1935555c99a8fccf53b62ca6102f175e5d769631b'::bytea, '\x82af6a978536df4cd76cb46d1cb93912009dfc54f6c20316fcabf7cafadefcdc9805fedd564b1950ff147d758fbaeffb011d16f4a4e5ba8ac7057f12413892'::bytea),
(10, 1, '\x60a472fb1c465d7545bb019c243dbf0065a679bcdc139abdc57eed82b6dc674c'::bytea, '\x77bc0fda49036010e830c3ab0bdb88b85e7afb05ae5b0fcbb3a3b7fbc1795988c5ce63745ac8b6aa70d36f70f221194fd931a6af36e7459bdcf17b4978ccd52f7552de4d69efb487d6d310db65eb5bee8e32b4679d429fdc13671bf92d1129'::bytea),
(11, 1, '\xfc5c97aaf3116ce5b5e9dcb61822ab8ab3664aea184f2e3bd6e9cc3e9f1abbdf'::bytea, '\x0467213128d8d20149012a531421cd7a43a3852f659d8da8f8bd96c5ebc995867964664f6c94e2723e460750ade602e7490deab7cf821f52b195a8b2d6d7d2338b7664d02fd040207a0ce81d75217de5417629c90e188de5ded1caa119f35eb8f854a4b8c592258c5e8b1b6549a54d198c8a699cd9e5dc3a0594863b125c51d6a9'::bytea),
(12, 1, '\x4e2e552aecd5ff3aaed3126f3ca7d4320a74fff2f5702b1333f5ddfa02b0cdef'::bytea, '\x0e55896b2ea03c0674f42749f83946ddc9c58e01a8910219134d831bc30e85bd5dee8bd360428b629c092e104c189565445f4f933a055633cb545018d3e28b22a584a43d7e6187c4d9cc8e8f41a0554911766347f4'::bytea),
(13, 1, '\xd4499ce1443f332eb6ae63289f5fe9a51d4842ba62d509eff3d68c52c87f76fb'::bytea, '\x1ba434abdc6d0fc199b001bc81a5582d0abe8a57704ae8fceee06aef88ab19a5e859b3582c9d5930ac61eccf7cc5fd866ba324618be92fc03702abe97cca24'::bytea);
