-- request: 01a1fb67-1800-7582-9a1a-b23b8b73933b
-- code: 18PFMG2VKMW87CKEQ9NSAXYEZM99
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
(1, NULL, 'Main Street 1'),
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
(1, '01a1fb67-1800-7582-9a1a-b23b8b73933b', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 22);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x5cbfb669a9b593b5b6e58206eff40fd7b16474b60f24910b3331e5d6fd4c1047'::bytea, 1);
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
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xf99579f3f63f2cba482e16c057cf620c64c28d92e3c807149bb51ef8f0e308a56713dca2c3df2c81ce69d4ddaf3410d56bbc27746bdc0123d85af747f4105c190ea77491a62bb51da8387e54aedc2b8b0ccdf23fdcadaf316b363e23b50cd4bd140bfbf95137ecafb493cac1d02986f00818940ca95905c947156b502beef413f61bcafde485d954f604fd1c62a4821906dc104dfb5f452b6794ac7436c0b58858f12dadad3a1b7f26d6f3babe9d338c6ddc171d852e567e7eeeed39c416cfa88ba3f759f5ff0689f36fef5e1e71e64c21b953d76f4f0d9cdc7990b8ccf7fae2ace1aec05412cc4c4128cc19eba1503152180dc9e4eaa2025a7ef4fd996690f6b1d74466a02a44c7c68ef6c8025326ab296ea0036ef48810b3df16d2c8eb5a8a747f9945a30a7fca19a7d720b4f4074bae3a99f3f47376771af8a57da28c67c115c1ba1ccd8fe734a527c3c7eb7305c18c7f0c6eadff5858cebbc55fffa20c58c4f96873f6d8439657de62e2e9cba738609427dc760956feb270af41e2a8d0dcb325cef88b0040bd8ec2f298eb0f98021c23768638d2404d9079b3e4a33d12f46de9ccc263ebe45da0f2fc53669ca3676b73a09f19c465f7549a563d11e4597352319ed5089a4987e427113e46c9fad8f3ab3baf9e20362bf36069d85ad21a911386fc18b5f891b52c6775ff4baadf93a12e36bb3520987ce9c217172fa7a2e39e850a9f812f678b13161993580eaea3ada5a7c9da0d6db942d092831ccdcd2727814ad8e65eb2b5d1e5789ae6f7e4afa7ae1e31a0bff64efbd6a4676ca83d634da7327677f3d7d32e6fc937e1b065983a189de53c6ebe8b3da5656ef67a94dfa5c1b41a7425850947c616'::bytea);
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
(1, 1, '\x771f59ca84c01c003a177860f22c89968387f9d9063c58c51be18445f043dd21'::bytea, '\x1b34eed0b5099dd752265c78e89f7b3f3dffb510292eefef9bd097096b3fac7aa13e10f173db87bc2a4ca9e9bca82c9240d9aac0f543c03911e184e0047511'::bytea),
(1, 2, '\x335fa9866142e46d1435d1e2244068bec5803f4bb86d17e588ddd6be91140999'::bytea, '\xa4cde1078bdaa58e25d6cf2def26d80658d3aecf5f7323da721d1087aaf0f9fb1605d372cb5a99d578d24db079456c477b5e4688261e48860267f28c2d2b75'::bytea),
(1, 3, '\x737f33c7d4f0b3db5d2ae084473d823a18e838fc9d6bde5e1af330f0b8e264d5'::bytea, '\x6ed484b6f43800bbe09a8475061f4330680d83b879946f33c7c068b0f874450a257b342450860484543b9db840ecc6ff11e5e45d996a5e83bb9555c2c5d700'::bytea),
(6, 1, '\x544ac7aec2ebf8f73b864ae4dcaf9488e7d99ee14aafadd2e5185e963192ad48'::bytea, '\x35b409bec9434a74626e964901d212c9a4f81d2f2fc9234702d239dc1e9fab1a7c93601b6cf6140b1dc813c6189f3b5ed0bd89e3b907d833c3b09d1cdfe1c2'::bytea),
(6, 2, '\x4cee6729eb403bc201099b6b1bd88648be9161fe56a13bd0c3921b01ed664a2b'::bytea, '\xa53e12cc135ed9b1ae5530350fca3e4a780215625e8397b4401db687ef2158ec470fb5522b514ca83171dec5096b795a87b9033646f7659be7d0aee9c841e1'::bytea),
(7, 1, '\xbc6d1c728b72a9d73b12eaac445fdc9f85b2e02857f5c919af699d48063b8a6c'::bytea, '\x691ef864c2a8503843791ce50f8bb2200108b425ea44940d5be1d0e642e054c1551d85c90fc1f35ba3bab2af959b0ac97c75d015c072323dc7db0519ba4693'::bytea),
(8, 1, '\x1ae8005c91cb02e280628d10853c13d347c10b0409076137e45c764a62510e44'::bytea, '\x44eae965e23bfe0a78cf38c869a6d629a7a4060cbde8de326fdca8ad5ca1ca76737af3df4878f45c8be03f87fa0654df49d69bb1a94e0e2af7d35f1136e83663d6df206dfe7fca5a149daf43dd'::bytea),
(8, 2, '\x08167f708727eb2a6a689ab4b1b186589057e2c9c7e7477b045a90e9eff37cd7'::bytea, '\x1b8ce2a8b947fa880291d391c8cac36745650dbe38158ae562910506462903b84d1ac3d76df665083b88d21e2bb1a9e1206d8192000f2bdd832dca84472342de07d8a0affd8713f3f0c56c0a35'::bytea),
(8, 3, '\xcb74213d15e166465b66357e22faeae7ca8d0350ec7c76b238d8ea1eb6036db6'::bytea, '\xe7e4fa6f420573920a525578c251292b84b918d2de4fab3a187bdb8c45973cc20220324939f38d49c154d5c9ec58c5e4666504a49f336d442e767046078854dab89a8fdae571a8ff2405296423'::bytea),
(9, 1, '\x77e0bb92c157840d5cc93fb7d076ce544faf2085d7c5ed1d15bfbb2e205c3575'::bytea, '\x09f3f631f249190c6ed4b606681cb2837b5648c0c2fa3ff3d631602e635fcab5ef7580ea0edefb03b4711fab3935e070c04593b7bf868341aae9fb353979fe'::bytea),
(9, 2, '\xf10910a213d8a6cfff83f93b110c80d0c615ddd39a88c976e9dd3836295654c4'::bytea, '\x637498a8ea1f8f871d33c9d6d600271a1768489dd5168ed21fcc1d254758847a009fe3de24a1e2aac17bbc1ca380880f0258e1c4bc8b0c44d6de05ef2d9240'::bytea),
(9, 3, '\xb0a16716a6449dfa0e78651b74d071185618505ef20aa8415481c754fab22d84'::bytea, '\x133b91f09df7d77f6a5a0ed3f6eacfd4343344eb89e4fe75e178a8ff48211911d8aada5ce5500d8db8c596b875c56013a00391f9847e0f208efd4e0f8005a1'::bytea),
(10, 1, '\xbba47c2cea5901d7f84fbbcda7461da11ef4552e6ab5e308e6287b0dfd224ae6'::bytea, '\x1019807c569e50d333506cd9a0862cfde087b12f6677db98a2f7083e76eb7454d839c556a251ad7cfbd9dc97655fc75be36c56e046673ab4595c61a08c8461'::bytea),
(10, 2, '\x307f70a0964de321285bd460d7f0307a38931bb9d737baf8f5013f0819e0b39a'::bytea, '\xf3d48ae0d5f185f0067dc6fec2eefd04e4f287a9106f0182db8c64b87acce5e705c92c698272dd37e4af670eab5871b9b3d188d488fd8ea5db7d65c6d8fc11'::bytea),
(11, 1, '\x9b96b5c1b9bf43f451c18cad4bd602ec33f79a04a4226db0b5ab0cf71a0ea3a6'::bytea, '\x282d9f0cce829d1722b9f84466a736dc7105804d06556db8d269fa566696194a52eb749cb4c1ba876d077a8424ad6e292b6333b5df0d1c40361eda7c9e7dc2'::bytea),
(12, 1, '\x064cf5907e50d33d02fdf5bab21c684777e297bb1bc548439f0a3d8161bbefdf'::bytea, '\x62bfcd813841534ae27a397b2ed6a28ef9af32e040294ffa4e2b9caef1d40b3fa4072708737ee90104ba6872fafa19e3f5fa0d0b63a72f6c645c222b992b9c2d00b5b56311320b5ad6d4bc7157d14b62814995ef4e28ca7213eb476a846862'::bytea),
(12, 2, '\xffaadd344542a04eefd802a52a6721d42ae455dcadc8e239e19df540cdd9a9af'::bytea, '\x2428a066faa2479264a6a1e66abbbbc980f2e9956c1100dfee4913ddef8104c933a7214012ed50dfcd9651a760e69d0b0378440a191bde97de75113207bdcf3478323f5e732362ae3aca'::bytea),
(13, 1, '\x63d693de7579f69c04feaba32e0810b21a3a09bf56862ed5e5b0af5c67729740'::bytea, '\xaacf41a144437edfbb58a8603b40db498e8915643f865c2fc2812df5d9a42da97b83c8a3133b62180a7d93a1cf2de3012eb6998b623ee8fd0d15898c8d6dc381315d14e364aa5d90aebb3f8ce12db0da2784f19a941a3efbe58b8f050e3f614cbf814ef1c5fb94be1793d222dca958af89736550f064f3048bfc07a3ba61ef7e3e'::bytea),
(13, 2, '\x612e63455d4d99c7b935f5faa62f9e3fcc5c267c85a36730ea48375c1ca71a85'::bytea, '\x48764b63bee23afc317cd79b14a7a8f2ce3d4699f3c6b579ac464eddc78a8caad4c8555b9890d50642fe43b6b282e1ace064344c24bc03c19e3d068a8a9448b6155a3f5047ae606e9598507aa59759f189e59c4c5ec1a435d8a6d68eb16c03394296509954a1f0cd3fc207212c2756d529012d471bed9859a155a52bbfd659359f'::bytea),
(14, 1, '\x333b30228d112a5837dc12184c69ae5a434519d3dc8e295fa35f5a32ef951782'::bytea, '\xc4111979325b11500c1a3120d4a9460db5ca57a98e116f0198f628c5f7d3952be88e6d9d2a1b1cf63d7c24d81dd8f64379bb42cea5e29d0ac675e793f13992dd2c2ea0444a33fe325f2ef2fa72e4621f5c69d46cc0'::bytea),
(15, 1, '\x7c2f12aac2097a0e857541565176571095b2eec8f655ffa50d90345934ac606f'::bytea, '\x6ee938260c24e0f17c758a85a1783ad6a71a5ad02ce5b81eebfbbcdba9b0602c35ca93049832ed8f33b0161cafb14edd865f51c4a63fc432cd32139a1be620'::bytea),
(16, 1, '\x66a2350696e0dfa06dff25aa67031b1f56d272bb16cebc27bfedd5be11c084da'::bytea, '\x63a4145c5a98b21aeab89e5250d20c69362554bba265be7163a5890296d0077d85550d1067d6fcca195713f74de3964fb376d36c0038a7172c73142c3ed7c0'::bytea);
