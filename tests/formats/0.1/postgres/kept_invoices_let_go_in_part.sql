-- request: 01a1fb67-1800-7493-95db-0d0faa94d26c
-- code: 5HJ6H2NJTF45BW0GJGRQ5MNT839X
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
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-7493-95db-0d0faa94d26c', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 16);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x585d4f9695b16ea66f146ddff2bc87dda4239bb106d548664e44c5fc62b505ab'::bytea, 1);
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
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xeb6e4600d37a80514b61ab185fefa6d7fbde0464de3561866611891847a725283639168e88ffe877a6ebdcd92ec092d80dc189d20165b984520d38fbe0af96fd44e2f454f1be7fbd582ee5f1cce5d34e636b63b5ded22336018346b95a32c8eaec1f2d30815dc8ca73c2ef50c08613d966e3fa671489e6ef55f9bef651d55e561ecd6e471cb29f82e3d7b42591b9c17e0a96b2c3c8f7a82fe31a4307ec08817e9e8831ce6e2f7e6a85e65d8ef08cb4c9fc22b6dbb1a1e768e2f3ae2c76e487fe5645e1d507f7d89c3f4dd153d64c61eb629f58006ade5ba7235fda49849fa767180bcf978843d79539cb61504080ebf1becb9b54034a7377c68c586232be1774b58c6e36d30fa9cafcef4bf34c64191ae9e7ce5d8d8e46b88934f9027494b0ebc6abb0576596c9e1d90446b9c85e11a95944f088453787fdf17932e7509a6d1bcdbfd4013a2a1714681846f42b11eca5b43cc51ad8e9dfcbb51e4bfbc5a45b143aaaeba84d9920f16e8b44154e0b21933616e8e634cf00889cb38772c8d7440254cc2d4477754c015c04183bdea7e15805d0650d41819cccf8ae3f2d79f565ae100a5a832ec0f856ddc5415fb3464ec9b8b3e53c14e6a488f96be4c21d6d8a18c4250bec1a82fc23b3094795d957aea761fb5ae70898d864923496c63a213a34f40358128c215d3469a8e7c242ca265e8582ac99056280a727a30acddd70f30a1da9935faab3c8bac02fa357b9d262449944f22863cfd126cb02264c2b80a8e64c515f4641b3743f00ace41e06d4f148084cbe10c66d37cb8109b9baa621e8e5d7527cbf3eb56e7bf59bdb6b7f9ad7459c521a555f5da7d754f0f11cc4365d6b4705ab3a7c32eda967fee9'::bytea);
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
(1, 1, '\xa8219fff776460257858e7eca47282f1965b279707472ed90c320b1b87537db1'::bytea, '\x9f8e8682e8869fafd5ef8094584142991a248f5d4605c5e0061779ae29ef1d5624d201e6074216679f653824df0e79991fdb4661176e5ef3dbaf586a123889'::bytea),
(1, 2, '\xb4f85d2f8c8bdbf1c0463cb345cb84528eeebde82b81a4cc131f2e433555ff8f'::bytea, '\xf5968659e77939c0c73a0ddd9eaeef1bcbc49ff8f1dfc4b22ae36cbb1067cce18fbc10f7c20c53c7bf7225266d9e2ab94b8e70c219ccca02b6e930bba1e494'::bytea),
(1, 3, '\xc89073e26ba24cf91369d7956c6584407d5f89236447085cce8939e38be44cc6'::bytea, '\xa57f397353bf32990e942fbc1f03efd77fec931cab9d1aff72f48b709266c52c252b030313228b8b2ca41ffa35f01953986a036b871fbbe987649610df550f'::bytea),
(6, 1, '\x15b8857418a900ae52589c8c90bb7eab8894a39d6263b230036258b6a8458871'::bytea, '\xbaa83de4c6d6f4ab413f2f3500310c0dbf1d2e51c38c9387c760fcef2fed5659451a3e1d19d759a6064bd1804b9d30d92293471ba64cbdd037a32077ef1b69'::bytea),
(6, 2, '\x55513dda6ce2ec34be2813509823895fb606d47674b73b70b693ddfb8f277f27'::bytea, '\x43315f10093c36de1d7396cfa2164d755a2de8d5a0deaa64ab36dfa29fa7b476c1904c3e3780c71b4a26d4a99281e5a93a901de1696a0740fb7f7e88293db7'::bytea),
(7, 1, '\xc6beadb459f9d4992a6cd25406e9d6b20de1d5d0a1ed99940a6e5e63aafa32ed'::bytea, '\x82364293d82ecc83536174227118955b269e860a59e5f61dc9031eda011ecb050aaee815eb8e6f98d485fb7d3db000369bfb9756a850ca451a1e2dfad575d5'::bytea),
(8, 1, '\x612645d88e2f4a76ab1bbed3fa2c3a365a022a9f25a36d5bfe6ade379f8288c1'::bytea, '\xa6c4eacf32a04c0bcad058be04d1af1b47ba2bffa6e010a5ef6afdc309aeaefde7197658580a10a52d8a5d15ebd1181e80489f39f0957eb0ad1e6f89059993ad2304e91364fffe136f3247e81c'::bytea),
(8, 2, '\x84c3b089d4d71a6456dd63e53d0d3d6b4e1c05bf27888327d62865bb142927d5'::bytea, '\xfc313b62c0ec98f4970069490aff9c03e5a8efb2d522dc0be6ee8860b14affb1bca0da694c07ddcf51ab9140aa460afbfa7dcbc7550aa80726bda23593e3932608891ee6fac0fa5c7cd18c7e26'::bytea),
(8, 3, '\x12bdc667af9fd413cc0af0f6971b078d60cfeb3c55ad602289343227b1e00519'::bytea, '\x4ad365c6cf4562fba4dea9b218f7a3dae6aa5c170c8076a0ea7cab3649a054aa54baccaeac1f978ffa98c472b9db01962b6fe52489a6a04ade7bee2282edfacc393a573208e9822ef92be465d2'::bytea),
(9, 1, '\x79eb1992789d81ba9b3577d1837974d558e1726651a47e0d6c9db3c20be3ec40'::bytea, '\x9f89be47a252e860b420d89a44561ba9c09e6bac3278602b5f21f470d7b0b7472ce0405b9f5d975b813fe74b521cd9a764c016f0235724fea894eba8b7b895'::bytea),
(9, 2, '\xa4c5bbfd0842cdd3a42b34b4d80fca4feeaf3d56d5541b94fe9fb83c33e0c6c7'::bytea, '\xf3b26928b7eb7f3f471032a5107f9fc13cdcf445932a3c1b54be5c954984321252e84ea18f9818791d48bae7349a9521aea1ee269889f7c330bbf6641014a6'::bytea),
(9, 3, '\x373f3fb8bf9a930dbc438173a3f887b47e64520a16959ee29c3e73c769be8509'::bytea, '\xb38b9ce12131b532d39b9017d2a4501f8eb6f38278996d3b4391326c6f604881be2bc1471f712fbd0e417f66710574f66dbe1502879d30586a6a0805a82b99'::bytea),
(10, 1, '\x5e6c19f782465a737535bc5475efe00517e29eb6efd4b2f566082bd0668d7613'::bytea, '\x69ca93b4e0d6c2d6cd0348417515f7c519f4f367544567807416ebcc2815399e12440b98545689a79d1b1d8665761baa0bdfd937834f1cc78010f5b6fbf6ba'::bytea),
(10, 2, '\xaf3c3edb34cc50032ce0b05b024f66e643190965e01d852d13dffb9a6e6eab42'::bytea, '\x778e583f6e255ae6deac8488512a61233bc2781a2a3e2970b8d73ee5834e724459de1d3f793ec338016fffc1724003dc37f81d8324c8b80cfb670c554bd9e6'::bytea),
(11, 1, '\xb4486640e99691aee673b434cb84192a63044a43dff8fa8e610e49af25a09fcb'::bytea, '\x24fa846d9be3049af435431950ee317f35eb57ddb0c3c2d1914ad87dea2ce3bd2f8c7f00b482e877ba8cee77dbeacc7992a758bc8b6d86862a0b5903fa466b'::bytea),
(12, 1, '\xfb8ec84f5a2e1c425f153c202b85d040c7a548cfcf899c84ee19c24c07199d53'::bytea, '\xf6cf60ced8984de6644ba5f9a503a16818a7126e24cb6500b5d5baf78b264d793cd23400e6e0aee47e14041259c514321a305fa5553dc18aca11de6a01d2127e1b6f110e6f80936822f26ca0ed500fc8e1d7526a7a9c2a83b42fe7ae5da87c'::bytea),
(12, 2, '\x8d9f320180cf4067b3be6593f4325cd4e2169f8e7e0637998fe24394958cfb1d'::bytea, '\x4ab3f2db5ee676a4ba799c51fa49867dc44777867a2d97a1cb8eaeb72d64967c439eac2f41466684ca49ac6bd9f207642018880530a842fe36bce82722491c35470b5877116b387dcdd2'::bytea),
(13, 1, '\x9c09442807ea0daa288788f805562c867b9585780991e874db3a6288dc203c0f'::bytea, '\xce4b69523277dd633b40956be7eb84d99b00dd7932e1f42fff5bac16c0d844a86e1de11dee72dd72ca5ef53393995e1f58cf8923086bcf10d1cd4acdb9caea9721d87def9cb4fcb5a8fa316ef27c43bc7f0b853e2f1ff3fe8b7f7a0db2735ee6bae6a74d63fd020f85fbeb949064c1624acdad2da3ff4e8c4822ef3d56de6983f0'::bytea),
(13, 2, '\xb9f62a469ad964b841fb7cfb5ef8df8e662d85254dda8c11162e4ae1d64dec64'::bytea, '\xbd6f175cca122cf043dceabca0344c02f8f47078b50ddeafd420adc7edc8ba603056414f4f5befed93429326ae6fa12c636ec819ca9378e539d5a46a452886237e52d82a8db2b53d25f063668d6ff0ddd73e01b2d7da20f9bc4b95755d72444231b670a18d8c2d6e4c6eacaed9fd33d9d728d9e7297fb2f75013c3d4d9f07e2dd3'::bytea),
(14, 1, '\x3d75a9afd6e149c51eb02118661d3844873ac1a833fd2c793480d3863029373d'::bytea, '\xf9554b3ba8cb502bf94bd6f54c745bcf832a20efb84748ebcfa871df5cbb3fdbf3ff427a8679cdf3a2512e9d308495998f032a0b7f1df5d85d4baa5cb4325e5ee52b6a2a65e40fa21fd8510ad4a1e1062d9526c5bc'::bytea),
(15, 1, '\x0e305789991c503ccfcb1ddefda2d664eee51be51a64ab54185d59441f3d7d42'::bytea, '\x450bf33ed50fdd66d486c703766c98061d411d604c7bfe2c32f0c35f98afbb89e0f5afa2e54071b3b0a6978335ca007f203b1b8fff1b193081ee1cbdb8ffc6'::bytea),
(16, 1, '\x74c015ae248c1957ccdb20dd72545e09adbe95aba9211480eb7db59af9b210bc'::bytea, '\x157bf4be02c9bc2e025ec77c147216108c5a72ed518a5b40e44f9dd66201c147cd061c1747af5f670d309a40fac43d0de42e121b64031e64eb4662c62890f7'::bytea);
