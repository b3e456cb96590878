-- request: 01a1fb67-1800-70ed-b106-adf7f1c879f1
-- code: 7AGWHB5KXPKXD2ZMR95HNNZHRAH5
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (id, account_id, phone, email, fb_user, full_name) VALUES
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi');
INSERT INTO crm_groups (id, title) VALUES
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (contact_id, group_id) VALUES
(2, 8),
(3, 9);
INSERT INTO crm_messages (id, from_id, to_id, group_id, body) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi''s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
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
(1, '01a1fb67-1800-70ed-b106-adf7f1c879f1', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 49);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x5917b2d754299f15a9882b61fe6238408763de41aa1ca83971724fec0cc4ddaa'::bytea, 1);
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
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}'),
(1, 40, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":17,"outcome":"erased","records":3}'),
(1, 41, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":18}'),
(1, 42, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":18,"outcome":"erased","records":3}'),
(1, 43, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":19}'),
(1, 44, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":19,"outcome":"erased","records":1}'),
(1, 45, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":20}'),
(1, 46, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":20,"outcome":"absent","records":0}'),
(1, 47, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":21}'),
(1, 48, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":21,"outcome":"erased","records":2}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\x3e4aa81537c367062d0246fabf9d3c49ad2d121e7b828d877040f6cea3ec1ab933a967e488fa52aee88798a37342ae1e683eb6c210564b3f5e4f851e4c04a349db1c0890291278f827618b5b8faad66ca184e038bf7c1d6ac4465281954e567f03beb1aebe590f74e285dec05200ae93515d46b05d16f85352bdcacb0774e1719d0b85aa42776bb1ae2064eed084b9e32eca8e5aae7ec3a8e064ea921e8558323bfc0cf875f605326d502eaaeb3eda631bf5ffdc071eaca4b22a6b9578d70839041b0e563f0c2e7f16dfc9977cd4feab0775a5ecdaa947cbe7a20c9a8c3cf817bfd22d4fb95adfb3f5d37961861ac5ce215225d3560796323ebb1a26b8edd8ee4afdf84010de8863a5eeb611ca5934222cd3c199c47b1cc89c8d7742478c26647d94c1ad0731aa6c80c382811295254b8bbd80dadbabdc9b1f83dd945154e8d083e04395c56cf2a41d2dc1013b8696a70eb789dc6ff60d5b7ead4195bbb2dad0e1142922f442d5cadb11014008ec585ca5cf9f588261ef3bbf1019629079774fa6bb0e5c3f90a294a5c4fa260bc179cb0ae0e402c8d4cfb9948b9112df09e21ed15b2ffd341f3b936303309dc259eb9f9e277f4a1de1bdf33bc134990c6bd23711f8f8d015794b3eb48aad6f29b06e71cc68bbfcf66b95a55dca74ee0f808966d2e461ddee721e38a9516f7923425b73bf2a0da5f09b1b316c2ff24e39e912e09699edcc863da6c120f2eff45a7024e2c4f5d1540026b1f6b594865076e988c83d53648f566c4f956a486e787185075cc14b30fed3e75e88e12640926fb785c79e67f550e42a747545df91c27f570e77852ca22f0fda65235593a7ee44ed88ee6954a50e674566fbd5dd7b'::bytea);
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
(1, 1, '\xf832bd22a8eb68cc084ccd38cce023592c773b324285cf7d531cd9926d275966'::bytea, '\x6036c184d028161f0eb0ce3f3d73a979eacd62d3f2f39c901138f1e37d35dbc64b1fe501b7570e62ec21d5959cc938c0b312a6cfb7deb3606c5537818dd8a4'::bytea),
(1, 2, '\x08f8f6d615026706f25593ce67f3deb8976f72ed6cbbcf2bfda205242b5a981f'::bytea, '\x865abcacb2cfa3cd92780f8bb2b5e3baaa1d6be3fc42b470215a7043f36b647aa6d178be96aeb88d8a470c20e7cac76fda3767ad2e7b2466a4790cef0b1fa5'::bytea),
(1, 3, '\x9cd152fcbf6a18f7cebefa619346eb8bcbf3c93f10f2ce71d01126e8f197a383'::bytea, '\x0fc992893c3d3afe5ca64cd059c32ccd7ce57e439926ed078d668a72f853b9eeb96ba702c46c3c295b895264a82cc7ea6844fa9e5ac797d0847f4a68a0fd6a'::bytea),
(6, 1, '\x09861917949ca02ffc289110ae30a7739f9b895101c5152ac59e49b5e1d1befc'::bytea, '\x51f77ab56675b668661d4b1994791f3515e571d55fd843f8f8de2e103d3b9ee9f6d190c392daaf1fb65c2611f3b98e0aa9524c6e4a82b71a6333f45b656b63'::bytea),
(6, 2, '\xb7fae19f01dbb5a7479c92131249706032726514d7b1502998b6f0e3fb284bdc'::bytea, '\xeccdaf7446ffd28137b661ec2f70118553a28b87bca094b0bdc388ec07990e099641dc83c924ba319e49eb48998437e57eb00760808f562179084f939c3e8b'::bytea),
(7, 1, '\xd9d45e6dbbe86ac015f247e04f2c562afd2092abf1cd061909e9ad78701c3e10'::bytea, '\x34392cb48f1f4523975e8930a4fbfc11b95fb763b391d4cf5dcf6f982cb4fc8714b4fe58b9e9e69a408ec3b5656ef7eaf97370e934a0e70e231f544678b63f'::bytea),
(8, 1, '\x2e9ea630301c0c5294d6ecb69200407abc42b97429aff5e24ee734a5815463f6'::bytea, '\xc0948b6a5131dbfc1c93a7fe661346ebc7ba32d9c3888e86fb357779d5fe74bf1423130e00d58163f92d7a6f4bc1e54d879336781c996cc76dffdf04be125c1bf6d8c20164c35b1c87d1245b80'::bytea),
(8, 2, '\xa265454eaf0122531f2337ef8ffd4b17585d11dee103eafea55b22c587a62c14'::bytea, '\xc33ad326d685c5f1b5184e76c1c7adcede15fa7612ae4116cb4fbbead7bb943bcca81825fdb8d15cd2df63b122d84ac08b6069bfb7db7316fbe202029b0ad316e0769e0f8c9d2ee4224097b76f'::bytea),
(8, 3, '\x95e8c206a0b6ded9b18cd89b705eac54f189b145c92cf801d309c66d4df7afd0'::bytea, '\x560f2d9c49cbc552459724faf7e983e33c9342f9a010bd64e588d16593385b46799e3ef44c44f02c3832ddb7f8866057a5ccd218aae36addf1f254beb365081371f9e0b5176e551345e3a5462e'::bytea),
(9, 1, '\xa8db6fe029766520c62d80b20b59419d7dcd50eb3749c294c8885ca726bc0c7a'::bytea, '\x36deec04e60a171a242ff16d8d81de144352b6cb01fb193db241d602c48120e8a8d185e5f7456ac182c0f0c9709eec8421d57faab351ddbdb0c5e8648bdd22'::bytea),
(9, 2, '\x468f90cf36d4cbc9fc20c2ef8cc1df2200170d4c3da858044ad9a96d772f13c6'::bytea, '\x9b0d80675bd27f009ea7dba354917f3592420d394ace0e301d70f1aeeacaa2d767c268bb72a9e4d20adf39841c610fe0a1bf04e95dc8d1f774339d1664438c'::bytea),
(9, 3, '\x87bd02076a0287420828c0df8d1e99c54f7c7c6d62b339b12551a79d72850939'::bytea, '\x10f1a1ac3a8891f7bd54c8b0faf2393480ab5c7dc16a7bdf433fbb5633b5d869a796c62c9cd16a92d1b766aec11529d5176a82c788efedd7f07a308f679cfd'::bytea),
(10, 1, '\xf184ace84612fd9729b288b4a3cbb39f2011d854d590c6df21f3ee8c57025780'::bytea, '\x853a8dd35c73417a16235c702e7c9f521a9258cd736876c3b75d21aee808c7c2af42a95034a134aacb552178a8717abb28541f1b80b9247351eac464c3886e'::bytea),
(10, 2, '\x6d942234799414d77dab9edb49546dd98d65be0234c12922bcda47f5b14eea54'::bytea, '\xe9cad7df664c55a2ac4a6fc1542583931c114724c78dc9c8953adb6cdba6291348ef07a551f0c751d0ea467fa89946b25339558b2440f82ba56eb39dd8bd8b'::bytea),
(11, 1, '\x44e0900d8d171044f6a325174eb5f6d21a90aec8753d036fa97bda5cedd2b5c4'::bytea, '\x2d647b1b52a72b511780b67336f5b4b78712c9b7a7819a993e6556dc108639d7838a00cf72c3369590ec906996a638dccc356fd8cbd8840a0901db8dbbd9ea'::bytea),
(12, 1, '\x050075a026cc26460bff0c93e4f543ddcf8a428b40425328c6a4bf46af20cb40'::bytea, '\xb011ec0df4e510e0de45b0fe4c931bcdb4b2386cf31c116e5114365840c94f8becfec595d3d8643ad97be0394ea303e20ca3f30dfa986ce57594cc08ea596f15e59d3aa10322b55c4e67980f2160933a08d1f42de1daaddbee99dd3844b47f'::bytea),
(12, 2, '\xd557c38fdb72fa9a4a879f2455ad8321e99532717c2107e5d6fba7bc579fe5a4'::bytea, '\x2cbbc634da46bfb4f5840e8dabe185a1f6d565b5e2ccf3c669436e42b813074e45bab3a3c81aafc6b8b6c8c3cdf59d6046572a239effa2237437105ead44f452d712f1801adadc2516cd'::bytea),
(13, 1, '\xd4b6458e4309a006b5f8055ba88ddfabb0e9009b512826916f94f1c4333718a6'::bytea, '\xa1f0943d490986c46b0f00cb71ad88a9dbda3ebf7d89eee0343f7342a10095a919f6243511036a3e8cade5757a615f3569f9bb744282c4b6468bb942d545b737ada39bcd04f0bc9aed123c7717aa673f765dfaf83dbe1d500901ee578512620ca763cb4cd4640920470f637bdec12c9794ef3de69b591407b811714d9b7e0ef030'::bytea),
(13, 2, '\x3d97983ee913ef28d7bc60610eea90e4f0cfd69a61e00035f85ca9dbf6d4afe8'::bytea, '\xcb8085c024d3bb0981bfba748d9a850bc495f87eeb6fc466602cb46cc86df30aeb3b49dcaea36a9511e98c720774bdd98cc9649c2de5f42430a44c01b0bad91931cc993aa1c5412f6a944a5717a1b4ad0256188de1f96ddce1cf373728c54c5621002e3504dd52f12d3d74337e765f75ab941fe2f4a092d021316d2beaa760e315'::bytea),
(14, 1, '\x1f0685e66e60700c82e64e7c6f25adb78f78e0a952b17629a81196a1f98a5a5b'::bytea, '\x815a6582ccbf70e12232ebf24d493f3666f4ff44ec9dabc7366552a709708123bef0e7ed5dc701331cc71bfa7ab175c1a319cf6106aa906db91bff3041af35a2d614d8414d30164058acd4cbe310fdd81b351b53b1'::bytea),
(15, 1, '\xb156ca4421741c5c7326b3ff3c08422a2dae8462652c07a25e6a68456831fd18'::bytea, '\x83d267379e2a8351232d2325ab9d7a99c55c00dc1fa472556baf9fd8aca8a52826b64252775837035b886f484a9732a5e097c8d00dc920e15d7f1cd7b7f044'::bytea),
(16, 1, '\x1a73043daa592ae34bd7cad431514c3bc4c85b32bf15444f61e1f4d26a0e54f6'::bytea, '\x5f21e12aeac830ddcb76ccc0255a17493fe998b7c4a0058cacc6cba28f8740d3d3e62caae437a9bc5b7da1810ab09e389552df18b2d944f30385e8b2cc6d1f'::bytea);
