-- request: 01a1fb67-1800-7483-9a0d-6f6676a51041
-- code: 3HM08QYG9KMB5RKWVSSVANE3F3AQ
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
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
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
(1, '01a1fb67-1800-7483-9a0d-6f6676a51041', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 30);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xd583b7740290b84f9f310dbd512a105b5a7a8bbfa05e83e61fde94ba48171f43'::bytea, 1);
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
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xf50543f7e5bb99a91f908d77af3511a7780c73e97549d5d09010136308f500469d9ecf4c4f67c144eb138b3473d6f58c9ce85e5acaf3c8621fab067e789df7fb968648b18afac7a399d0f20124050de4b78fa4d8a0e38042cf07bd503c39ffb5dd72d825d6646f79a95a876c811f6be349eae4ecb81b1e0022a31c0244e4b854798aec430f5fd44be01f60891e927d40ce8981440f9006d0aaa3f2fdf1b1161d00affa14ff55f0402ce647cc0a98e5c5b323c515e44dc0d7982881444cf270e35377e383d1d24910df83aa84a5a87c03d575560d0fa4c9831146c6a0b0fe0b779ebc468bb9483f148c6e02db0a568250cc2b9e2d2fc7d54a6bd154e6378ed8bf3a34a5caf88d62463c2785e84a036b0d78ee178b79999041b7d1ad32b57cff3fb270219c2b16d2ea0572ec6be988714856eccebdcc0f2bdf3bdff5dd2d055950542207c94066145c0ab7caabf63b4f7f848fbdc2e7c1c205b5080ac3d2c78cb28c35a492fa7b48186366ee31732620af2f379bd46d845ac5acaf4778d511338262197c3ee1909ad3e3dad4528c05a7a23ad9bdca8151f31a5f2d3e66ee403b1c0ef860cedb546025417c75797bed5240c67b1dde54bdbfc63c0def0191e9e5011c4f0cb2394f052684d858c19bc9da91110b1c1cae7c999ac0ba06b893465472f3f8beb435bfc282421f7cd695e0a85a3ba0c9e6f06222b59956c89ea91fdcf3d9e894b1a310826f100b1ea65ebd35fcd56213daf64d7dae196f426de80a417f4f492e357f3ffbc2487eea90c8ec6c47290f04b1ce5604acb90bd000861a056dc9307dcc4b6d6249cb1185d77bae890d5c200a146ed4e157cb6ae364ac239a4edff4e3833ce4902a8cfec6'::bytea);
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
(1, 1, '\xfc73e895707c5ce57ccd6c9835cbbc1f2da5fc7e05c581ce31e3664423ffd94c'::bytea, '\xa85c7c82ad4e987f545bc9265df4856835a199ab6c973737c95335d33599379d66a55ec0162d1be7ecba92d85b91e815f63c4d36182c8f89084f6d77b45f5e'::bytea),
(1, 2, '\x885581cc4e5f21894eeacb4726fd1b8275b13c28e88844066ee759c9bb6005e5'::bytea, '\x05720df74641142f7a1e1d13a96c09425d6e10df0354d8f379924edd7e69724f70be74ed4dd6f2153ba8ed725a1aa2bcc9581dc6567ae458bb062a4049a51e'::bytea),
(1, 3, '\x668c7bb5bdf48d9ee1535aefac6107a159641f3b516e42390883bbd5ce1a3146'::bytea, '\x9c76310c713254e5e82a77291584d4b8e0e2d3bdb0718cc1935fc07e08e0d4149255246b9f2fe5204a6b6eb99c8ed647d123da6ed363085abc04d1d4dde2ed'::bytea),
(6, 1, '\x36f9a89083f74de9b579d56a0a7b33da8057c35a1ae250eeb64a24fdaa8c4860'::bytea, '\xc884edd1d287b94f7699d583d0067266be1e6cb37cd5e169f717a9b78271cf7f0251e79499e9e5b9e05ab8c28f542daba1a27ecf48e26f39db4150bd46d3c3'::bytea),
(6, 2, '\x818b1395ac5a676cfaa8aba1303e92cec435c4805ce5eba961a88cb35896c262'::bytea, '\x1a376cb80d9df098a2236e5ebdc3c977a847a3a75d7da98fcc88260d94b9d628b44b95a87cc597c25835dc82f252325948860baf2670b6d53709e3833b887f'::bytea),
(7, 1, '\xf2e6ed8b4656160520f458f01a2f5c40654427fa86972f8625c9793bd10ad02b'::bytea, '\xe945e11c900dee609989e7171e274c209018efa1dee94d051df52857fc79f6b6b11a45321f2be0928ba738d499c7c30e850734fd498482179fc47c4a49c0a1'::bytea),
(8, 1, '\x7019a792b43521bf418b459180330fabc4f8c0c1c1d860401ecda1089d5f701a'::bytea, '\x6672b73e19a50362385ead7c8f8c2aa7269ef1bdc6449ec3dbfceaf89de7e84d4cbb0b758e8e55665f5cb97a1c7275d55e3b72b30dfa7560f99ca05333b080dd59960bd7df68893763dae5178f'::bytea),
(8, 2, '\xb052c17d062dfb25d7807149308b9e00bf2be3f38353a3567a439acd400b1498'::bytea, '\xb521217d9f105d360306ee76b23c93a182eceeb5ef038c3c58acd4b24d82c9465168836ed8db28242536b119101f752008640e7356cb7f67f8d4285c608eee72cabac2dd8ec43984269cb81231'::bytea),
(8, 3, '\x04f2e3f25c96903e696401337cf5f5df1cb477dba178bf62ec1d0a43fb096faa'::bytea, '\xdc2712b1b09fb53e87e43c7680404424ec4ea327b7b6116728546be8640de97da0be2acf39de55752edc3017a8cf8b4ad0af1baf7161f39e751d280fb88d4c309a26c87bfa9f4e2d1572c27d7e'::bytea),
(9, 1, '\x96cf4c801aac88743f2f65205532047215a0bac2470ed05dcd081f670ad078db'::bytea, '\x8c9abcf6104308612ed712a875d4fa9f9b0ec608894d4926a882a64ceff9675221298f176590012db2f9c183ea99ce2741621aba1b5d942023b8e841dd2921'::bytea),
(9, 2, '\x962e0e65d5e5a076c822b41551e57e4860ad1f206b9e707be5cb8ec15a277316'::bytea, '\xc7887820937958e2965a188229ce412b947077641f9ae942204d96b405ca577da3fc0551d263f182706ac4ff7795fc96fb079418108e6d2bb14757ffd8a849'::bytea),
(9, 3, '\xaba03c4b9a4f01e8b627ccacb858c5f7c8cc5e59f1d0258bbfc17cb6dfa7dec1'::bytea, '\xd3f4e008598c28291913d804c64da10b77a90c42e70ccaf4a7463b21cc6ae3ffa9cad97f3096464735b0c3b6ce0cf5ca9b17357b8042e77b3aef44ac63c98a'::bytea),
(10, 1, '\xd974849024dc1a1faa46a8673185abae03a38e2b6b268bea02dde4f457e5f15f'::bytea, '\x03565f88c6da664d59d74affe40d19b36f42d134ebcd986bf38ce5d641f0d65d3ecca779a477945d1c23b39ba0c9cd6be63cb73e79331763bdf5d5c77a5e11'::bytea),
(10, 2, '\xf227e767175b5c604e5c5a15a58e0c21be5c32d08d2930d82d89a0b8c0b355a4'::bytea, '\x36b4f831ed0bbb5832d8b5adc7c1900b90ace6ab3f6a23e56e3baa0c1683cf7cbdf4af354cd4448f61dc76dca7f6c24eb622e671632397c087ee5acf03bc07'::bytea),
(11, 1, '\xfa34bcda80a0d25fe4218303e01272588cff3e27b5c87cc9f21c9a19ee4d4cd8'::bytea, '\x7ca5f97477044bcfc2ae3bdf89d8aaf015a64715dacaf1fb13e9e52f3bcd7d2525ddb36fe1443cf0cd00286fb90faff9c1be9e40a761c0ee5eb3fbb1a37417'::bytea),
(12, 1, '\x630e3a7aeb18fe0bfe3dc185255719c9f09ea8b67a0957b117ff51d6da6c6434'::bytea, '\x1520fe7e256278e8714c35aef0cbd19cb1e10259c81054c8ae7b89822e2cea952aa4054e1bac1a5967309d12dd61f0c14b57620d33a2b898dc1c6b2135a2316bc83c8bcfa7739891866fe9aafaed5291c59f04d7b7f71c960ba29a787e8dd0'::bytea),
(12, 2, '\x5393e721fcfbc17f1fe82d0f25910960aaf98629448d501c445af5b152f0e2a2'::bytea, '\x791f6a5db3b8050a7dc33a7f5646594d921832624df62fdcaf07b6b06a9aa97277ca75d6be098934b348a4f220832b9d3bd8c0ccfdd79ef9f14ce1034dd795743078cd4583b0a80d9316'::bytea),
(13, 1, '\x3fef3abcaf5a60f86ae8b651b7fc1026a4b4016ac89bd2f6330ff3b27bf02bd6'::bytea, '\x806e0c63570b9d209c2ccecd234d3d1b6eacada1d608e1f97b6acf88bd127137a7903f5bd249b785025de08aa1235bcd98fa52e14c75039288c284e89822f2447ab2c940ddd0107fc117d39910635ec7721a251d2acbdf61789de3d0df2ecd21dd857c56cee1e8e393aef4eb51f5b891afff02223fb1fcb13099907bffe4ca7d63'::bytea),
(13, 2, '\x64561cdb0af38b0be1e9cea2d0291e844d256de4484a3df7f211ee380edc1793'::bytea, '\x22f35553dfb1a8ecb4adfa3a00972c56ece6a2750cbef7b27ee81a6091eb3ed21f3eb47d976769695fb941724f951143c90e8a66e61ce33964c551a1248ad78f05c7e9347d6954bd4da4e0fa2e48343d320b8008481dd7d6244ec30e64cb92d9e8feec9d77b4c837889ab4cd7235f44113716183b62aaa94dce645190bdd6114fa'::bytea),
(14, 1, '\x2e7eb86baa737755800988e015625b0054878cde72c6f3300f566e49ccaa27cd'::bytea, '\xd0fb1339fcc5b2db5ab41893fe3caa81447bb38f3e401cd9def49402687ca1d4f165e6756afde8a684f5e08edfebc3c0f7aadc125cb6e700c3fca7d01df2095ca3a0f251f485f53c19cfdccab6d13a0d84f716bd34'::bytea),
(15, 1, '\xa46c045368e4ce75bb0b7b411a60aed688b57c124799a9a6afa77132eba211e4'::bytea, '\xabf19c4c13883b5b34bcb319065b6f27fbfde7872dfd035f93498792f32ddefd69bb4a949db22b1e358a67141597e2f6069939cce2ca1fdb7af8aea115c9ef'::bytea),
(16, 1, '\x9f71fd8c97c973498ad3c993be8ed432fe0b98fd50619b4f068efce54d0075cb'::bytea, '\x1a78f32dde950aadec37e7348efe940e8087b74dd361edb6aa4bd9d667c35b954f49e1dcddf2c709c281b00f59f781b5676c6f875dc6c683c0b896da1d9be1'::bytea);
