-- request: 01a1fb67-1800-7eb1-a9f3-74d2f6ad6d8c
-- code: 3SVFJ826VR4DN8GJTJTTEPD5B4P2
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
(1, '01a1fb67-1800-7eb1-a9f3-74d2f6ad6d8c', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 40);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x5234b1d6080332ca122700a98e2ee194f349253f49c743ea219b3ac5b6cd163c'::bytea, 1);
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
(1, '\x6fb06fc3de83a298f1a754175326429c81eecb5187372ddf48bba08dd53144d84a0e5645378b41ea6e26b4c439ef1faee4d6c57a416f8bcfc05cc37dc4e59db886e498b4add7b0d1dbb44e56b79ab4f3459a4ee9970e8192de95975a12b4490fc67f901c4fe21aa7f003594b7371ef03f989600f7b07e3c9a2d58d373002b32c245712ef683be630debbcc6d68f30ef97f43f186eddcd2a44c77e866f32acb2024b2c55aa369beb6144666787f2a34a4c5d65680ab19d304967de80a699a02ed694041d826e041608a9e30bcdaf09a296e38f96cd4d1561008e4fcbbded82a3c9c145605340255e0aaf1a7f2dde4b94164dcc56e3f5d7531249d65ea407ef0620b778001400ef8f44e0bff15e1581a8e56dfb258d0f3763aa54dbe772ae32ed91967a349d80f4f8090f64c71761fe66c9ddebd9704119feaed2bf7c8f30d6b4d754f1347f3f3a498b09d06483a6352a489c61e1bda72c9aef50cd99e4a72223458578e7e695109cbde4fcbdbbf15434c59bb681a35037ca378f83b99e8fe2b8a30c5767dc9e59c3968cbf516f60f1942d138fb22321c95514fb3438cc08824a18564b1773d99ae66b7ccfac40668608af9fc42c9efd29c2020d0e697a1f9a0f3072af82a40e71a8d8d5ab2d23f8b85fffeefa0d9c4435fedcd44083491f86a189afbd532d582092a7c7b573d2e073ff7cdaef9c288efda87a0020a6a0314308abc64f9c329fa152830c999a9a992628e6e870df754f6413fdb532458e69bcf690e18ab82f3138d00d0fe72d12fe9dfda26e0c4bd79068ee8f7061536f564a18f07e71c01b4a95e46ab8723b66a00dea329ad42aa92ad813f0b1703ef0de5ee910e3e140a5fb92a400cf409'::bytea);
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
(1, 1, '\xfea10736e7ad391ba1fffd4983dbd18381f9697cac6724355d7104585112d2ad'::bytea, '\xd428e81579bd75ec3376fc1ebeeb2153c35e895fcd4b94cc5645e3669aede248492defc5e205dc24a94c85fdcfe186952c64c20eb4dee81f5fe3412c6be45e'::bytea),
(1, 2, '\x83e8eaef8ad5f639bcf2e4404116e2ddde495e62af7e4fd236bd36dfab453985'::bytea, '\x1f3996e51c73b69cc60aca1f548296af1e40acf7684024c3ef2fc43391f90e6d6e4440c88a689d8da75f497209cfd1f75335d80c1a8dcab1191f7e7a931dc9'::bytea),
(1, 3, '\x4c3c882149fab4505d36cbed9fdcaac648768f00dc2385ad403d2a7e380b1a85'::bytea, '\xe369936dc59db6111d9621bc1c5a95420bf76d8bc963cd419f2e21eacdcb0df196caa890ddf576c80128d345e5178d7e26191fe9be1ff2044981c2b0442500'::bytea),
(6, 1, '\x438db8394e53bd61566820a5c45c40529fafd211384d23119736750806b5c7b5'::bytea, '\x42687ed4bea4b9b41a605aca19da39b003501b7608a39dde257e77aece2a72f7f3333de2fee0c163483d1e453e116464e46bd28e530231d51e685c62dee9f2'::bytea),
(6, 2, '\xc3040413d71f16d494b816c64b367f2b5dafc0d88d5467512d0bd100bd318a2c'::bytea, '\x238e0a93ea19c2931cd604545cfbdc71fac3285ddfa6f2295f8f511db85c4e017da5646e79469be01a9e421882746db8cf230d2d49c99f8f656f9c5c1e6659'::bytea),
(7, 1, '\x445b812ce21e1b1c4416b04e3389b4854ec8f594b128bc239e77c218ba06ad5c'::bytea, '\x1acbfbcd01be0be5cb9de1f3a260f7e3cd7766107d7daebb84c0ab46935f6e89195a97760d7fc378339c90cc3fbfa64336cc5da4f31095697b17d97d369e53'::bytea),
(8, 1, '\x8e7265e740ec0c45bc3a0b67eb6cbd38bd446138a7d2a459f18615dd69085931'::bytea, '\x71dd901c35e69f4fb25da844a1456048fc1ab6e755a6b44e99cf91a117ed6b28a4a0de344a62ae4b998b8628b9474d5fa8e397be51e679c67ed9e31f9b54ba99b4abbef6cff58848afa0f75d84'::bytea),
(8, 2, '\x9e6fcb114bb794841ef5f195dd4ede5e6c801e372d7c706b9fb4ed2f7fa0fe43'::bytea, '\x20c2417a1ba9033b08fd849d8f002f30c6b61a7662758b58714f40a1b1a04b9fca6d159559c9d58e4e384bcb9b66ffe80ec666254092f7e34637932f21e29ea835e2cfd578b91d81d57c030f36'::bytea),
(8, 3, '\x033f64ae404504e28a5b1764a4c57b260e5972fcb3665a2be717220dc9f7fe97'::bytea, '\xc079839df2b1d9bcbf21847450f78a4b14d649a8bec499deb73c65a63eb680f44706db516cbca06f883226a4c2d4c9eeec2517883112e34ccb41f96384b15fe916c4936387afd80b60798d14a7'::bytea),
(9, 1, '\xdd333c56fa0fb6ef475fbc81bdf06afd2583b0c84904688f55c583433e8339ee'::bytea, '\x9f73b942c329654939e6451c6214246beb6972b40f87a1e93ec52e28e0a152aa911b56c1c9a6ecd732ba4dcad1d411a2de591d23ca0210b02ed9f3041600d1'::bytea),
(9, 2, '\x69b3d152baa300a2eb6f0c672683945483db44eea3f78d046aaac2b38b3d1666'::bytea, '\x6fbb69c20c642e44152b818decf45b793f96f8d8fd5358545cf47a0636112dd7a00834c6a8f43f269321e74968d578bd847a5c095ef30e7f503cd121dc15d8'::bytea),
(9, 3, '\x3578f79eb8e6142e2040c6c5348b2d1fb115a690f469da78bb49536cec67feb6'::bytea, '\x50446c53dc305fdeb85fd14435146071202b8a5c18dec533a1cbb8cf9c7027411b2644e0c9cc5d07d3af7f964d4d0c533265d625e3aba52f138101b063f2fc'::bytea),
(10, 1, '\xa8d2cca099150f7f8964b152fe7df261b4dceecdea48f78da7674fe992281281'::bytea, '\xff5fc2de49b2c724520af13fb2f22cc264d0a5e737acf84bfb97a0ea068c795b0356204b8bc762264bfe592345724c93b9e3691b1496c2764a3b35606abf55'::bytea),
(10, 2, '\x085b5121695f02e9ed9854b891efe0a0c1953ab05e7d7b3a2940d9de3139710d'::bytea, '\xde2c405256bb00e09ecbf800cd7ffc058109298279e23f67408826b9498e90cb91f6c477d386af73cbca360954429f0f91de67d8a1102b9dee5173dbda7310'::bytea),
(11, 1, '\x767d5f251d27bead0950fea571eba841a4d133181f19e99b4e7cf0dff4c0fd19'::bytea, '\x15e6308b0c543a8a3161b06e8fc1d395886296903374770ce4d71611ac61d1bd24141149b6d0136eb2e6731551c0fefa9f875c6f26b88bb3fb7de770fb05d7'::bytea),
(12, 1, '\xfaa3a65017bd9c7c0a88f2847922b79c0bf797708c6cd11069c5e1237d312e1d'::bytea, '\x52dfdd68ad085362c5319083099570b1025ef6ccf8aa78c600c7733a48a106b35640e1676e8d0385f3dcc7fda21a51eb25d1dbe77d56752d28aa9733023cafb7ecd4d67b579679e7c2fa1432afde02333c06bebc05c1527aa18ac5b73e1d54'::bytea),
(12, 2, '\x50adae63dbd1029354269dc33d7ef295e7d9ac6dcd44a3582edb4ce2a3e345b4'::bytea, '\x0465ef776ec9217fdc50051e7483030b0d01b142f5c9245a35b93c022e6aeb461e1d1fd7bc3aff57e1643b4ef8ac02597b60fa2b95d2d27c38c9a7767f690d277d3a2b63a1eb0261e45c'::bytea),
(13, 1, '\x2438b90881369dc8317c67b73ccbb58dbd6129795e7d14573d8f94e820c5c9d6'::bytea, '\x622f3cc119e9dfd229b51f2185784b15efaf7b83a4c0cfcecf0fdb198cef7fc37df92a38d5cfdc064c2552c3a6b3612d59c1a56b2567de880938bb0d7397481eee38b51235021a0b6f6fb3cc352aa165db36e48b141409266418b52bb34b554e8cf9da48ad1fdd0f5c117de57da27a34f5030fc1a198318400f6d039c571e080b0'::bytea),
(13, 2, '\x366442ba3af814e153d25ac324400018425e268c372330a37ebfaea4e3835425'::bytea, '\x3b7b4e6c476e2b90ff591115233333e9c3c30859556beac06a9b483be5bf2cf0da531c3bd91d04c5ecb66edc2e046f18fd09cb955edcdfc923f80723fa97df4ce310358a8f2fae05deb654c141466f28cd2223b06744d70c6b30f5c32d60d6fb871f97d3213d4b19a8ba4dbf0c255dc647efe098519cf2de0fd75825e4adc9f25a'::bytea),
(14, 1, '\xb2a50c053f6101e09bc2e73bafdfaf6f25de9677d146c77cfa614385e49ea919'::bytea, '\x6315fcca323ecc4049cbf488c1d68e47811dddbea899ed7fb6f68a7775291c8b1510d3d73174484b0fffb8f0be511a5986dfadd1c2ae6ce041c76fc9cbfc7d005f5b62cd4d061b586f3b0c9805f06341d52313b008'::bytea),
(15, 1, '\x678bf138ca13364efc89a3e2bdb581f8ee152f75dcaddc2ddb6cc472999c6b12'::bytea, '\x9bdeef27861fb29e9853c33aa26a24865113b4c194e249f24c18141330373742f0778462af2d2df11b2c7ffa9d763adde857b137b12261e69b68446bb41bbb'::bytea),
(16, 1, '\xfe7d37566a6094083a6848c895a80e9f63c5ec616e07e16857cb734af4f3836a'::bytea, '\xc7f65cc711d175a090fc20fe8cad2804c02409113018fe336370b0856d2f0fd6255feee7ffcd39c750f2ccbc2daacbf302ad41f14a9525c635911e48c6a886'::bytea);
