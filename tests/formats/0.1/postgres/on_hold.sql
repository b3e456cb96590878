-- request: 01a1fb67-1800-7d4c-958b-b2dfc07650e2
-- code: 0T5GN23HDE7Z26QDJSDTMA71JHE6
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
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
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
(1, '01a1fb67-1800-7d4c-958b-b2dfc07650e2', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'on_hold', NULL, NULL, 47);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x13238f50e633525eb6345bfc13f3dfb9d3efbd56cdc25e7d1400d19c8854079b'::bytea, 1);
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
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"on_hold"}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x3978a6af3ed8d3745427f0fef95f6fd981998f8c7f011acc1cf9ce8c2386b8150b20b60d2e558c8c21179c4777f02665b54c44c44dcb06b4289cf0e743110ed12c54ed66b07a8b882d49e60a14fe7721d7687aea5cdd789bb2ec0b7aab8b45ee0fde19096f736b1e166299084cbd7e50b2584bc7a99785fae610042ae91006fdb7198d2ea7c6bb0d41c50418ea096a75c9ec6b630e0033bce9dd42331264f33ed23670a7d6937254dab3bc4443dfb08ffdaec1c032ecb6757ca68529206050b50230f57ca72c4ea7239fbe3a7885f4ed4f0f6894331edce711edd521cbc5061c15aed7b01b3c3637e02f3fb27983191b51700da72e794bf25625d487a0638106b307972ba09a852f29f168cf6a0bc0aec8de86f170956b4da7a8e79b22f20b1f827bbd704b916edae19fa08f7b0cdb4f9de8e5180023ad062e1691071ec3bceef5cc1dd1df3d1389dd7cd060abe16e690ded98d42131730367ebaadbb1036b0890ebeb67f749961c538f5ff39fab99627b2dcff5f4d40ee9fcc3f35bee5c9da1a3d5f5'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 2),
(2, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'kept/contracts', 1),
(10, 1, 'others/visits/12', 1),
(11, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 11);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\xfa1de7fa07b96498c9529fa19573fd2b53fdc7229649f255ac7549617879899a'::bytea, '\xb89e71f5a21c2e5ef769a1da815e5fd0819bcafb29957cc4e05b396c96a863af4501869945ccaec621ff9a4c4ddf6b9617e94fe84d5def0c43b9dea546d3d2'::bytea),
(1, 2, '\xb1b57ea6a07bc855cf9bec1676ae31a50d6341af0bd93b05ca7fcbe9b8023a2e'::bytea, '\xd678dd960a8e1163c88811d887c9573c6ea4951c5680d79ee74f946b850a12f88bdc7e7d658bdabe4f412f4648ebe6f46f1312b326668b13fea8fdf76ae179'::bytea),
(2, 1, '\x04c87873f92f343a81e559988a0420845c5bb2605152d12bf5d2dc5eb9b96865'::bytea, '\x6cc181c1047097ad9c06d0d8e5d7f06616d0b8be722e966a98b79a59f08b48b0eb01cea8a4fce6715b44030569a6e6025c35196babce1a4884458de12b26bb'::bytea),
(7, 1, '\x80fb72d42c0043c4a7ee727495ae4e6e18f2b6d843a7578d4ffdd9a7beee9d30'::bytea, '\x519259ebbdd52bd080c75d2f898796031ccb3c20b936c90176a0949500133800ecdc0b394bfe1fcecbd6dc0b1e0402d87982929c657dcaaa9112745eac1c30b3936883ecc8759adbb17c729c7e'::bytea),
(7, 2, '\x95d200f394738d9507c0d9b9e9e8dc4f103a94aefd6c9324ede7427ca674482a'::bytea, '\x1422b224ebda8a30929611fe547021c66ddb5a537d0fb92393c2a212f0dfe262b9dac67bc3c1aa4a85d002843ce17c2918eaffc5cebf9c66cd5117bea82bacc14e3089f0a2d8e4d0bd87cfd6a5'::bytea),
(8, 1, '\x41dba36a8adc94d0315fa9b17260b6c5fc2b0a2189d7e725a29bed75fbd520b0'::bytea, '\xea691f09e78f6976130e1cc268ce55b59e26ec896ab930d53ebe5d88874b9f89301f9f222e46f215ec0bc45e726cfb70abe94943f784942d6a4002be8edde8'::bytea),
(8, 2, '\x8540251c726dc5c81b384ad0212ba6cf70e6f9960735081468bff97a5785ba09'::bytea, '\x7ae7565b8feed7c9e09c9806d67c8e779949efb666e6bc62736a5a86f8d15f9ed8f7a850192a0bc44bc0d4b932d2cdd6da4009db942fab3edb28d54ac14ffc'::bytea),
(8, 3, '\xeb8fb60d629ef27cdbe5bbaa70c5cc643ab44a45b36b12b2e8ef261b814deb03'::bytea, '\x9f18cccb738f0a1af46a3369f6feb6c7334009c8dba9742e246a6c5a609d348cc441a0c74a7a104056a96f01a9951262c89ba48151c1f379a883a58b574cbd'::bytea),
(9, 1, '\xc98c733706c71edef3bc5f46e633beae35a05e98fe650da144523602e2d01688'::bytea, '\xfff9b8a26432e661bc34354e00da6841489eecf17a6298f83bbab0e53dcd29d8a82d92f32fc83f578619c9343cb6665065789b5fee312441384823778e712bf654d39b71ac7d37c3dabecae24f3f2dbbbbe8b6f2759a3a0ae702e948077a7a'::bytea),
(10, 1, '\xba36f6c0a1580421afd826c47758a4cd05ac8c53e264c8ab7205b3ca6a40462c'::bytea, '\xc663e3735cb981050ca989a02e21f13b0e7f59fab6e1169ae74e1816b436d4f5a98fa4932dba973e86c4b42d1efa4de4f136e361ef7d096ae69a2b25d871a84188104271f359aa7af32c4ae521901c6f3b66ffce3a'::bytea),
(11, 1, '\x34da296e3af871bf8faac3917d9eea88db582cedcc1021345856549bc3c700ad'::bytea, '\x8d990deb205a657f0af5c214b378f8f81b51875d9982f14a2222952578b968ca79ab9c8dc7dc1b95b0809bff41fae35943c5febaa27d15c674b6374439532c'::bytea);
