-- request: 01a1fb67-1800-7ae3-aaca-fd3e458c2eb9
-- code: 1TCQ3JRH6X8QREZ9A2HJG2A7BGBQ
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
('t2', NULL, NULL),
('t3', NULL, 't2'),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', NULL, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, NULL, 't4', '0.0.0.0', 'pseudonym-4Kh_6ddccKcF0t2R7aW94g', 'asked for [erased], and for Ben'),
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
(1, '01a1fb67-1800-7ae3-aaca-fd3e458c2eb9', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 40);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\xf995f82b95142027c0bf00ffcfb1e3f084607a3026e9d8e0ad0a5b1842ace03e'::bytea, 1);
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
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":2}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"cleared","records":1}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":1}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x0954e91d48bf247d06d4136cd8b2ab65ee75487af600599705d512cb7fdadea0761a36e8cb8044938e5b27205d681dac1842f1a37d746ffe2c83a1a3e65a491072e3f7916a56e9cd66e85db812f82040456010687a36915a22d43037707cca49efcc227e1095e2f4fc8292731dd31ee7625648b44f172ccc8dcd0a18a955e14d8a0a803750a289553603f40eaebd6458fa92d068a1d15ae2f825afe5ab29bf72d4c22446771f26c170b6ff202a69f4890c4de6e021ffae705ae35c2e92b4a09dfdb352cc16775fbbc38044a52433dbe3bfcba51a3b50962bf05d5f158740efec32f3b22450ca2d25490b7c02ae5dd1f7fe436b94e0b140f5500cf3484cf0e98c5914dcb9513a6ab76c4a787e0d99f09b4c6a0643258686112019e4bb0b3aa91af2897f2c16d379ecba9a7386d68d0ba587987ec1bd68aac0fe3117ff6586ee525bfce76d958752701cce8c7dec006f91b5b62b171085025dcbf899a1861d5d1bc0c78d1ee8194001143c8182e868def0184f2c812f4c52872ee52a853280adabe304e61ef08f350ee547e619c8e2fb06818de691281725d1139ae7000ab49ee377a09f2a09c29f6d0c1d821ce4f7ea758c46202c7b58c137d542f0dd6fab253765fbdb327da5c189263f5dd6de8cc2347f723f3e78cda6f4817e51aa2095faf9ed5ac854143e6df38f1c55f1d920fc7881039b5bd058daf206834b32c16c95a50d4d9862e887e41e392a6c210544dea8978499a079153faac938aae4ab70978b68745390e1f6969af0fb13a2d862ba57f7af8ef4b8cbe75c0c9868565b6453c081bd6cc31c20be4f51260782632b64c8611b6fec15ecfc07a7e06aad924ecb8e77ba56cb7a4d0b1e441e85'::bytea);
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
(1, 1, '\xe85bdf101286a134feb133289242e16b08dace22e5f43c16c0bb475543427801'::bytea, '\x14d9f052241a155bb34e134254c7f1e31d39992544e6ebd0397a6f8b7bef51453a640ed8c533b68b92d1437662592fb1ca3165e7e6a774e6953cb7be69755c'::bytea),
(1, 2, '\x0bd06dca41593fc82063edb181964d28eac6ae8e00c183dc5c5ab9be7994e424'::bytea, '\x1b6cd929c14134ba50e73d2fd7776f51707cfc49083b77523b89dea4f37d3753895325c8b1dcf1f75a5266b0d67da55840172ca102c87861483496fc926b11'::bytea),
(1, 3, '\xc491c3c92f5a6bf7ffabe257e55e97de955b508bb944bfb0d562c1ecb75ad753'::bytea, '\xeedd309403f6c45400b0b8629c2036bea94e0f12570c5ba092c98b3414873c0513ae6c07f9815fb462ebccc34957717157d7230dd4ed2fa27113748123ad59'::bytea),
(6, 1, '\x4a51f99c58c466c99686882c374fa438a0e81dc95a1276b8847108cf43de17b3'::bytea, '\xd0ded9aa216bcd46c926eabe946e5ef845de71aaca0322e5e71eb07be2d9496e0762c791cc7ded5f375fdec65c914ebe8f99644d754c8dfac2e53baff62360'::bytea),
(6, 2, '\x331b38347041b36c545fc19faddfa14ff2076bb4b4e49e04a479117e053bcda4'::bytea, '\x85f4150a30e44e25ffc40d364ae22198c2f19cd699bd00f466aa33dd0f5993da0b275bb01c86cb53b9ba1c65beeb08824ab5d970df82df8eda0c41ffdf7cad'::bytea),
(7, 1, '\x4641412937550745086b97d1a3c194468b125a71322f10f016292963099b2f36'::bytea, '\x9eee6d3274eb1e37fac6de4fd78965646e811a9eb4615d7f433aef326e80eb9772f38f2fec5564f73edef82f978c9fef579efae2b6b8f1fc170cc9120a80a0'::bytea),
(8, 1, '\x166ecd2dbff0d5bf1b720589a3eca0c95e76dc8ffc9d7648124efceadb003807'::bytea, '\x27db69236dce5ff7501edb5649cb3929d06b290f8f9cbb6dc9ec42fa843058e3c775e350ba0bf077d43111cd2bc7830f4e0b3ca7ddede772598d4382045372e525776ff96b570d9494f35f2165'::bytea),
(8, 2, '\x908213fe2455a269d7984b6c85385e851ec0c75c0fdd5bb52d495f67cfa27181'::bytea, '\x63dc4515d42bf28d8e00aa08bc42ae8777e192dba0d288de98aa4d09afd7a51809f1873e5c81d4804fdd1346e9cb11932ce51625d6f4b6b25ce758299f19b863469ead22cf0520e87a59e297ce'::bytea),
(8, 3, '\x8d52f2d0586289b74d7532518c5e9affc2eceabadf7eae59c15968024dc20461'::bytea, '\xe184d87016f0e9ffdbc7e116085e44935f1f2b0a32ed4eec458c4ef79bfa6c554507e14c7510cba3dce31c4110ab5ec1ad9458d353b1d79210c9702062839dc1f87cff3c557f2277657a6fdbcb'::bytea),
(9, 1, '\x42083fe586496bdeb846788c0b7d562e373ce5bf5f261474c8e760a936df6373'::bytea, '\x95a7cf03b3821fcbde6486e082f90d07a910d5017a96111d6cb972789fb97aa8d67f10cede024519407469006ebdf7cfcf388264823d697eed4d5ace5eb190'::bytea),
(9, 2, '\x2fc46130990e81f0ac48c2965e71e173fdc6e9079f5222bda2b61fdc456fd3a2'::bytea, '\xb3ce61c00c1fbe08de0f27fbf369bc9ff99476346344fdb4537eb99b9bf9f6ec8982f6ae343c831cda2fe66503e28a16971709124e7df133b5ad0ece4c36fc'::bytea),
(9, 3, '\x70f66317b4b6f4ebd1817c0fd7b1e319e8938db14471bd3bf5a0514d6e50f478'::bytea, '\x1718110dd64d7d9284fce468001aa4bad66002c17b87341a7b06b00442e4434876d720fb935336b1975bc99d04c0694fe7e92196512970fabeadb24ab7e1d1'::bytea),
(10, 1, '\x18b01749701ef58922f78fa2936dd6dbb5fae17f16c69dca6fd5ba774cc13973'::bytea, '\xd6ca232e9cb4641fefe02c7e37c97e1870f792a1fc099cca6d8dce733ec4bf267ef1e4b4eb824842f03fc025c2aadda372980538cb5e5e0d7381d35b11890a'::bytea),
(10, 2, '\x246464f476a29183839180658ebba44d29c9ddf14b348511fa021da233dc7018'::bytea, '\x46d797843760386438039db8201ffcae56c018ec2aa181cbcf595528e60bab3a9f914477793d0a55c8db602c500bda4a6f8955a0f4da837a874258f5cba6cb'::bytea),
(11, 1, '\x7569c5c81fe1e55c964c940be74010f90e106e4938c8566c99e62360c10b3fb3'::bytea, '\x94bcb1894be8bf1730f6ef434228c5622a9ce4c98f6ec715d5106d1e507ab7001aa1f11590eda4237cf18bc7f00ce87cba9441581b6f9642f7a55cbd4e3792'::bytea),
(12, 1, '\xbef6374ac95e2ca44284b14412591b85438e455aeea7d9ed045d33372351a476'::bytea, '\x676449af2e9a741a61582d792996bd458fc06a737b8142d3fd011861827476a6f21f1e9154664a8353d9a934519e07b1b02bca90a859c979cf9c12cf4b79d772ee19bff8e966c1294759090407aabb8eb2ddad8b335ae05f0f364d85dd7b02'::bytea),
(12, 2, '\xced73b12f133c8d1cf5f5b56eb6b69da76e49f5560c8c8909f4f118e871311c5'::bytea, '\x88b3f3664f537bf6e93cea8090374b45a2cbb0e8e54152486734fe0eb48139cd2e3759799df857ad73f1e417ef3e6f9defd77d7b999f81172792b8d605890cf2191731a182e9bdae2f47'::bytea),
(13, 1, '\xef5fa1bf1892480bb2e58928bf7bd148206a9d8e540de0151556a694336a3e02'::bytea, '\x7f9bd7903e9fc6477dd19adfe5a81891b5dca58f4db9942cb159192d658d4170955674b3a6d1e476f0123d92858bca61c0b1e3b1496b74124855203217edfb3e60555982d2f36a50e5f8585304d6a2a27335fe4c74437e2288e2f9da3ef330a039657e6f7231a8f532a9639a0605568ac363e2869957b7336bb8317c143022e38b'::bytea),
(13, 2, '\x3eb3e73082e67ad0af87db2ce76e63a3091fd5683018d2281270af7e80a4eeeb'::bytea, '\x6f68fd9ecf994c1c347b36a710f6ff9b7d54433e6ec3deb13526055b7e74e40610091dbc36b45d112a45fedce3b4e9edc500670d993fe1d2f8241f6d97d85527913c244861dc3d8baad698eabe85512bc7a72a25829b82443f987208e05a83244380ca15552650131d3056b62b9ac6f66f3786d63d9fd962df725d441b88323675'::bytea),
(14, 1, '\x0690200b4c877637630556452158efa4e0484761099aee640795ff9939d911cb'::bytea, '\xc4f580188cf6cb007259959860dff71622bedfe102da9d5a25c0f5e42b76bf33ac8cfe0ff74303a711254499979a2b24f5dc2653910c7fd6f6b8ad361d80bfeda632d58f3eb31113c93cecfedb92566e453693530b'::bytea),
(15, 1, '\x6bc9d4115995663152ea3e75944f4ddf28e2f170427e8a67790d7fe3035e8989'::bytea, '\x984479ff48c68c86c2ee73787ad08484af2358364b3aa5c7d8eadc752332c81b5132f02f388d122e54be45a1be82b1f078ed5c8d0d1da4340b3a2de8181e5b'::bytea),
(16, 1, '\xdbe9fbffda04923d388d7e28771354f708b10731a94c60b35088e1768c1cfc4e'::bytea, '\x1d81049056ee3c844dbd016272ab991eb7e69344031cb4284ae1e93e624d74ac80bcd0f2274a67b832828c84593ea5f93c999e902d7b247d0cc43f97d4e971'::bytea);
