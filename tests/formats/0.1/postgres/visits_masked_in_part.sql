-- request: 01a1fb67-1800-75fc-9dd0-8939aa55ddc1
-- code: 5BYMDVW8GV45KDA02FTZNCG80SWF
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
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, 't2', '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', NULL, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-75fc-9dd0-8939aa55ddc1', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 34);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xe903cf39260d24fac931957909280985a1a23f76a08170511a23e720d9b907d2'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":2}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":2}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"anonymized","records":1}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":2}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":2}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":2}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"erased","records":1}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":2}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":2}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":3}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xb7644b54abe7a3837da908f315c14acbadadc91e8a7680f2da85b5a7b9bf208345e26c3b0fe9fde32b4953160ede6085787edb2ee2d3e367f4dca92296765f08112cf2ba982f4d31e4f604c1a49c7219559e1ebd8ad0524ff908105d015e1160e3b068c420d62ed685d47062b63b47c04db9e6a0abac5eebb6ea8e7b8ab7901f25a488ce5b27dd129df5d92d96402e49b97102b0676803fc4fa66004a87259f0dc80222dcaee3a415e0d6670180917eca7a9b44c37641e541562728028117863086cbc7e75185d4d37a2e08ce041b667a9f71fee63ee74897bcec8cf507328c0e88ffc613c6bd74e0cd27292d3714060fd1bdbe0be28aa8fc84166d2686329b5e7ed97582321870929fff08b94255b0ce15b215f66f15d7be9a878970d119a659718ad44d5b047e87e835c90a1474d62f593ad2fb18fea82679afcae1797ca02914b64b322c4c14f95cadc189e0466d4238f6f832aac0cb74847ce188c37050d6ea7a16565c929cf014b4aee64240260d7cfdcef2f69247316e96f858e9570cef05816b1c0e28d768e0d876ee8b95e4d5255cd516ee63d14465fd0fa592ab48de09bbee09829cfe98614b9a56683b9f0d516849416832b3e8fff58784e56d926bc4e21141b038e16ed5e129ded4b013e9414740133348cc82b9a5028e46484001f089792bb3b9951151d4ace37ff49d95ed199c847c081f44f7c3cf5d79c8f5c90f5a95a5bc562f8b5dc1676d7249235e3745655f5b096bb5197c6b1757435be1d6f4a77e335adba0eeb1eb3dfd7885a4eaa1d35bc946dee3d5e8ef374babe9bfd38092d887a652c7d643146d1cc074a1be61a0302b40376428542d2d150571e4e7f9dc8b5821dd4aed07d'::bytea);
INSERT INTO oubliette_note_sets (number, request, name, noted) OVERRIDING SYSTEM VALUE VALUES
(1, 1, 'gone/addresses', 3),
(6, 1, 'gone/contacts', 2),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 3),
(9, 1, 'gone/threads', 3),
(10, 1, 'freed/addresses', 2),
(11, 1, 'freed/groups', 1),
(12, 1, 'kept/contracts', 2),
(13, 1, 'kept/invoices', 2),
(14, 1, 'others/visits/12', 1),
(15, 1, 'others/threads/9', 1),
(16, 1, 'others/threads/10', 1);
SELECT setval('oubliette_note_sets_number_seq', 16);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, '\xb9281d7f96275bda6c7197f41ba40e12367864add85b7ec0e0e4eff6fdd2c226'::bytea, '\xb1b3f84e5121e5deec7d83bd1867db3e78d25b536e5d9ccf0b60539198733bc19f18a0151c891706b0885ae10bd56898ffa7c420ec9897e209503a9e3435e3'::bytea),
(1, 2, '\x74489653bb07fff46ceac52205a2031b544569d4d6e268b357b8908af56328f7'::bytea, '\xc745c3eb358f8dab5e2e8d1c6b5a7dec3da62e0911ff4eb4dbe0acadd2a4f537e06b1ed240b4e5fa84975ff4a10474234e1341e5a0783dcf0c2b4746d971b2'::bytea),
(1, 3, '\x32f017b660421e069f6b041a01ba02a7203fbd45b7d1241b191617fe6a0b8037'::bytea, '\xed6db2c765ff65259c9440358feb402d7506a3ac604b8a906387101105a06c92b8efd6ddfcfdd943400706991680f15c26c9b69b760a6890a10b00fd102d80'::bytea),
(6, 1, '\x479d70523ef6503cac13fc5465f475d6b8b0bba828ab8092fae3d0146439d6e1'::bytea, '\x4ad1959e66e356d92549b612940db2d0e461e79441f5d09e965ce25c732ac9b3d49643ac296c4fd9e2997b8f5785827178ac6f63347238dc2cbc7fb707b252'::bytea),
(6, 2, '\x4a757812e2cb80782b8775f871f87ba7e595c4830ad3f6d83efa608fb1f54ff4'::bytea, '\xd7a975345246362944d2184ac8b5266b894f89a1ec27d6f7dab83fd591bb4767b42a287451a6efdf89b78151be4b8df66ec27b5c8b59a8a32ee330f425d30c'::bytea),
(7, 1, '\x6f49b262038ec1d6450f02c4b7c04f560c86d2e8b0c68af66712c886590eb2c6'::bytea, '\xd10a918f56f0d74a94227d5dfd15bc5269c31c27682755ba8dad808ced1a9d08ca6a10f130b316dde693bd8388f6cd53995c6a571b16900ee104c20912ccfc'::bytea),
(8, 1, '\xa40958d210a367e2528afdd5aa1f2021f81978e71e2a60155e0618d959c8fd20'::bytea, '\x128cfdf7789641fcbecfd608e9e7f23ea4473b952b7d81661d0668bb251304256ee3ec6808c2dd2318f8b9a62282ca12cb8beab786b2f2a10299b3fb0d5dcf377778173bb84d575e0a87ca6604'::bytea),
(8, 2, '\x601308f50d8fbcccecd81bc0daa0627361196670f3e8af571fe1b0b0d4577542'::bytea, '\x117748c52804f9ab1c1d9f7bab856f28584364b89871d5aca0460abdf72e8d2654a57073da9936a9c867833df136ee589953dd36f45ae4e0e0194eae4fc944f1037704e6bf9a2b04a6d7560390'::bytea),
(8, 3, '\x929f0ec1faeb9e11efcb30a315ab506cf89042cacc5d45c88301df707512ea08'::bytea, '\x6f44b47ccf50b7e7db0aa51146487308eb160cf53c46bc91af36c85b08cc11aecba344e25a5a309f1885ff389cb2d39e009b2435fdf8903947387b7190cbaf377cfbf1101525bcd348170b5567'::bytea),
(9, 1, '\x5c7fe629c84043b2d93d9393529458c04f9911b8f73cca3563b597abc1f5c136'::bytea, '\x1a2741ba4ae357b751f729fb5218ab12c0dcdb0bee1cb9c88e8a99127fe622354c5735dd7046f510ffcd49c095b653623da0fab94622e02ffca7a35bd067d4'::bytea),
(9, 2, '\x8317d2722e935d5a064651abfef3ca2d7bee81d19d434e24ca1a1f84a3480c10'::bytea, '\x03967556fbe24132eafa243abe57074e72ec94fa5eff3bae80708a07bcb52e2fd75eb41e91ff43f149191396691ce14d4eae8f8e3d8a9d29f568433e9c6900'::bytea),
(9, 3, '\x27f33cbc233c2e12c6fafb70c9e8dcc2ca370570de1d147735af3596e9326902'::bytea, '\x4003503d0576945436648cc051fed2bad3c8d836864befb4832b8f213dd99e398777c1f3a971a0e1d7e019b43e17ab7e7b07ca13f3660aa6cb78dc0bbb2096'::bytea),
(10, 1, '\x997d9d2f76012f2c466747d7c33e1000cab3c6c6f2c98150c8cb3aa714f3d98a'::bytea, '\x82eb2516cffc4948989959bd174326110944eb0539bfb66087ac2490f8c4d30999788e1e7a8da667c16fefdc654822dfa5be0f9000d93cd1d6783446fb216c'::bytea),
(10, 2, '\x9eb99904c755b3e6ec2ad38801f4294586bc37ef517a626dfd11887dd72da269'::bytea, '\xd4d3c58ee1ebcebe171dc5c9e75e127b2530b35c50d3bedc1ffdfc2bbc9ccb98e3f1970d4f95e559904cf0fd132cefcb3c1a5e905fd7eb5fd4b329fbd498d8'::bytea),
(11, 1, '\xa5c1f2df385d6dc019562632383109a5fab4192ca0a8ebf07a6f0765915be961'::bytea, '\x349b54489fc8f5b5a19a3f86eea9680a1d10fef1a62c00f65e1f457f2f44929ae6f9e3da7ea814fe1ef53091be049f87088ddc8785461f4f35f27a406e49e3'::bytea),
(12, 1, '\x87fb7198993b53fc8dce79ad2ac00f48fb18d8b34636a747e3f16f1dc313b436'::bytea, '\xb85e51032d1fd4f722b2996033c41ec1dcaea6e1bf1de5c676f34c1c1757a80a163a6bf18d7b607a5cbd92152754415c8b246af37d20940706a02043e6a1944d835737b4523a5bb2802b970c2f72fa5c5e235e614dbe9b54171e254a4d3090'::bytea),
(12, 2, '\x91f12ce08e74a3a271e98b0197c383f7bb324899675b85ea081ca5c4856cb587'::bytea, '\x29f1706f2c68e8afea282fb58904b81bae3b805c6dc45498352bd699fd79ffbd94125c41628b2fbb2f8f342912a2c8b4ad07de797e786781f0a50a78d44ea9090bcb5a1202ff08bbed1d'::bytea),
(13, 1, '\xbb77e5ec3cfd10375a47422a087d24eeceb40c995ca671153b136f5f79260afb'::bytea, '\xb5df31c9fc50ad88257049e6f773fee83dea750cb0660442b34974e8251a7b2dda8867f955e8acb5ef726d7aeb0a6b1e97679412b9ccfb2dba079183ed28453c0505f6958c5a57bf17712bc1051dd614431b05e9ee5a46782de9d2cc825f0ddfce50ee96cc1ea746fa7ae315712fd9082569af8d31ea8a58306f57fcc5eddac621'::bytea),
(13, 2, '\x4602e0b13f99046eea0a5997ca6d1339dd865c6ee7e483f10c86a3700dd63cf2'::bytea, '\x24a7eb65aa3cf37a1a430484a7a5e6969ac5864ce0c176b1a43f2e174c9eb64d1163d7ab6353473700fe726f9c3258586806466e80d673a37bf90bc19ffc2a5ac95097834e36929521fed5283588669f484b2a3c8cdd08a4b188fea6d773508010e63bf0e8abb37baf734b9ddd51792db4088675d240f162c8332bf87114815f55'::bytea),
(14, 1, '\x388c2ad45c743d1b5ddf3c1614444794f5d114b28ac744dc9864d4d7e9dce6ef'::bytea, '\xe8e43d82a8102061c2addf7b7de5ec6bda6177798ea327e9cc45deb468ae36cc0b03aee6b79249886f32529efdd966b54be0ef352a35bab4efa29256d132b9169679529e2c34bac47bb0356f138889a83444cd44d1'::bytea),
(15, 1, '\x14732d62fae3cfcf82a6b1dac5a129e01fcee45225711e50fc61e016605a18c5'::bytea, '\x638067edf8d9dc27bda9e6281ef30d6cf9c800084776accc2cdade4b4dcb9c3c3fe97067c1288f3b1227fbe43da15490243d6501ed60cd7aabb87df606f758'::bytea),
(16, 1, '\xb088e2ac8b7e116f90f238d2e5082e0182ceec38f8786fbe3d6b6fbd6c31efe2'::bytea, '\x8e43cac435e18ad152cde9bf074cb3007e60d64bd6757b432f04d838387f0a7cbc4ea8c25f9995776302d05ffa8b6dec3ea1b4f0d55ca2c0d74e58dbb2775e'::bytea);
