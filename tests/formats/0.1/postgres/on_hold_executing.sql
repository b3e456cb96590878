-- request: 01a1fb67-1800-7b90-a909-a05857cd30e4
-- code: 2HB034ZTKTZ366K25VP6KDF2AH07
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
(1, '01a1fb67-1800-7b90-a909-a05857cd30e4', '\x12af4e31fad69a651e7dc5160cf171b5b78646192f99f06db22aafaa938e4ac4'::bytea, 'running', 1795220100000, 1795220100000, 24);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x66116811d61f7434a778b4081c32187529290892b0fb8667545843c37870bbe6'::bytea, 1);
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
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xd9cc9920ad6a77ed1382016b5edc9be13e07c9ad8afef28e14f5edf7589fd6161e07f4cf99c2a6bd5238fcd43e7d6a8e3c476f73482317e817f9a2bc7510fdaf53525e42622c4860a4fe72ad2558f5d4a10d7920beda6cf103c67b4fc303d26cf15db25f177f9f6001d6e43ebb811258602f86e392a38ca3aa7a1119ca1cc9c883e6e26e17b755db1698c7b91e996a72ed06a8263bf1f946a793535653fd32f23fd8c2ece49c1ffe815e11e63acdd67e7fc08be2dbca4d9db25850e2a0de04e535fc9bb9e12705c05d47069d2fb8d3e8ab39c17ee00371bba45e820d71ccbe17c54cc9896420df273a1aa5ed0978a71eeef1385ac25667b139f17b010cabf0db9d6508d39dad0d162d9d48194249197da0aa018640ce7d0bef0b015ed054941cc52da9ac2c531975185884b7328dc186cc3580712ca10b0f98934a08a90087f6c12921724fb734dab5e9e9080184ea37725b73056fdd5061ee4800b01151bddc608ad3cbe902e1878244beb9c51eebb42ba026824252afc014917e00dafa8dc6021710'::bytea);
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
(1, 1, '\xc170ff2210205c2c1bbf75200d01727f4eed4c9122a118d5baef31d23c868bb3'::bytea, '\x2b8004016d5b8e9d8bc5ce9d95864d5866327596fb57ff91b98afbeca4f16a56368baa87103dfb0226658023f89b67f67ef20908c7eef4deba9e4775d6f6d0'::bytea),
(1, 2, '\xfaae6c272cb6781c75598983876e344209689b96d5a00e6bbb78898700018dea'::bytea, '\xfaf45d0a4ec3f64ed98174d828c27d0bf006809831848b460535c2eb67ee9a91553a8f9b27b70d199476261da0299726755d5f25889860adb099d1cc7df52e'::bytea),
(2, 1, '\x96456ea9a6d4f94adb13cb8bf76167e99074773077427ab1b3868e4105fe4f6c'::bytea, '\x675e5ebcd9dca6e19621a3d2e1dd51e4e88d8dd7688f1e1f938947296040f07736a54aaee282ad46605ce67dd0af8a5e443d4c10b0cc85acaba3961655ba50'::bytea),
(7, 1, '\xc431018103ad9235f6fe4600bbf948c38c93279c132cf2f1a433ccb01e64c7aa'::bytea, '\x0d0ac876490ab7a8f53a757f847528eb3969735c4822e803643cf4aabda2bca315df6c9ef52a3afe94854702946ce70866900169c23aae652230f6f15d7445c3ab7973aaa43016cc3999093772'::bytea),
(7, 2, '\x29bae0fd0379fb84b63c3b3d4fea2ece76e4dc7ddefab6c88c391822dbfbd5f7'::bytea, '\xe64d3631c3ddb19adce30a042778ef9ed7f5e7de0506290fc0459b31aac56e3d67d981149fa4b8eeab196fdaf2e8746bc6245c4df450ed96ae10d1750b4d21ed2ba953948a819ea0cc5aa5a5d8'::bytea),
(8, 1, '\xca5eef2012dae400bd318be9085653a802ff553c2082dd3a635d0bc6ebf0c07d'::bytea, '\x547a432e607f526e72d38286ee5e82fef002fe2bba26f8d7225e02a1d0f6d0a31d33d643eb6333c37398c27cb4bc67328e3dde65e986f80bd73bcf93cf2018'::bytea),
(8, 2, '\x454b6752d82a24fd03dec4a6aba8b01163d06e57b233815ec851b6fa865fadb5'::bytea, '\x03def0eb0f2c5933299559e107d7ed5f93dbd6c639f930bc0fc71c7db9a1684dc2628e037fb377338dff36326e4e2290ed6e00e745a326ea951d130b22c560'::bytea),
(8, 3, '\x25150881fc1ced303935dbba3802a81925ba3aab38ffea822e581ed1d3bee9af'::bytea, '\x33e6e234ab1a69fc1f8657cf352d01b0f122c78195fd0c9f5378eda565921424b9a4b9f96586c862a31fb74d5c7aab5accd97ff9b7b21c5295ecb6de9f1ce7'::bytea),
(9, 1, '\x9766477a646bb535b5e0d38a0f58054e2ca164772daa6a1e43a54fec362f8b01'::bytea, '\xcf28f2e261c82d9ece0530363aa462f96d7fe1168e93fb01177605bd547410c576f9f37e49b2732c7034e3c0cfeecbe27568c7a24032825cd2efff9981fee5cb398816b4ce9ea12d31a56a42e4ca394712ef96429017953aa8d2f7c37a61a2'::bytea),
(10, 1, '\xd12f56c185ca8acd903f9c66d8b9c09f8a229d4012f3fb4b3cb339f70cdb5a1e'::bytea, '\xfc69dda87e3aaeef4aba0e73c263033c1695a11a9ce1efacd5788ce5ad881b045a6e8a3fa6f0d953f0b925d48459f66cda63a0b451e33645f79e8db8829c53f3214d6eb5929273db69c70207804693a1ea8688f8e7'::bytea),
(11, 1, '\x5f8de9c2732bfed1f34f4ef8b0087d1463caa0faa2dcfe5580e6b5839fc8bd84'::bytea, '\x6990ec18bc10673cb2ff259c003a986a83144c77a8a41ee223d045fccc793ba492365b21f75a4255588357b0e5682a37796cf98d8faba9c64a5dbe5bf68257'::bytea);
