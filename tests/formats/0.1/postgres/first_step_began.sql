-- request: 01a1fb67-1800-712b-80f6-6f0fa4c8cf28
-- code: 0GPJ1YN63J8F6R4G8A488AHMEE0W
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
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) OVERRIDING SYSTEM VALUE VALUES
(1, '01a1fb67-1800-712b-80f6-6f0fa4c8cf28', '\xe4b1db6e15e9c48825e85edadae3a6f69d592bf2e31a02b12f1c95e8188f8d57'::bytea, 'running', 1795220100000, 1795220100000, 6);
SELECT setval('oubliette_requests_number_seq', 1);
INSERT INTO oubliette_codes (code, request) VALUES
('\x2cc05c5fde6b2a34cd710df176d75e99c6a2c6b86550f7cc9dbbebfb2f1b08a2'::bytea, 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, '\xde4d861400312151262c8fcc7186fa5d321c9d61d390323ae06f2529e9ccf2295416b89934bf7b8d631df93a9c95971f1970a986145fad223b188f7530f5ebc1b3eec109e57d892fa21f94decc235110505c9bb485ba8eec0158509b641b9a41aac4e8b9386f828203c2a4e9b67c522c4fbb3a4cb94e6288f82d4114dadfd969bdc4fd8990b9d020c60a75470f8fe636fdaa273ce74b6f05f1f1fc87735e48418d99c51100257724ef8cc0b6c8b75a262e1ee8df5a33b292ac27a51894379532552cf1ecea844e3e8b4db2540bbf8d58d5da9fd075546218122742c4eef44fd5e80b0ffdaab71d03e943703564bda9fb6fd623b20ee93be6017b91954a2483d45f8ebeef4d8adab7adc029c5fe969daa90f665a0148d99d2a95c2cd2ede119f69248aa2ab861629c8e56da120093d397f12b3ae086b4fc22b1eaee575ea8e0bfd31e60f658914a4c3ca6287941beab323f84c74c381353db7f981538f8672c868efd41ff2cf18c2226ee6ac143a35c08f285c7fd42f3edf964ee5c634cb37d6fcc74bb71a5f9d554560d691fa61bfd2708a6caf0b8d3f3e33b55676ffcc690cba385f91af7f0e029c1b0392acbfbee278378ffc7e323b78864badb5324f612ad26c8d008d1100611ec1ddcfdbb2b391c4e3ebc469831f66906e71935346f7f7a66d1bbf2d0d629c3019644a1b7afdecd339e5495b264216c1ee8c4a6bd58abb165258abefe0050e7ab89f10587b920f42964399d6adf202ca0fa87b743a9f19fc4ec1e824ca5327a17b701ee3676d9c069bcb7ebe804db8c0bd38a00ffd994229d9856bd42683759e412afd2ebc4273ed703f33748e6acf14b9cf66ddb05c6ca588827c0d2435851f4da8e'::bytea);
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
(1, 1, '\x059d19cb95a44082c58387f4e4907482c7d9bb2b6feba3a61cb8d719e99c670c'::bytea, '\x8024a4a91b31d73ff578209e909f55ec96c41f5d63b766c93380c0616d67a6a3e13bd3ed986724fd7293b242f405c0c31fdd857d3ef1b2841920b987a739c4'::bytea),
(1, 2, '\xffdd76852426688a6c54a80918760b54b4c5067f2618a00816d054278a32b6c7'::bytea, '\x1b6e89bf5fc1cd6f8ce211b6153f85d8daf8dc4860cf6a74a5161f27157ff714a306f2191dcf79dc9c9f40ee7b8259678e45aed5b3d11a36cf0bb5614e4655'::bytea),
(1, 3, '\xfde29ee1379e57ba6894da131d3a27c06103f44f5d7c5557d1fa0d8b5ab19ea3'::bytea, '\x6eeb59bf109de6f406f68e7ab3115527d4f4317f1efd70032f88c85bc4cf3f5647b42376b5004ea2dad30b73f2d410c2a9d400bc9f926f22f4291869171659'::bytea),
(6, 1, '\x94797a1b1bb299de7fd2a10d3ee2167a4a34ed4c4ea0423da93b389f3d40e99f'::bytea, '\x120247e621cdcc86ce0adb6cda210c57adfb9b0c1a601a2bdc342046ea032c8f1368e586f4ffd9a084ad68ad13ede66f0012e35de8b74b808548bf44e8b9ca'::bytea),
(6, 2, '\x613496785680c4c36e4d6fbe9d2dc423d565e5ae0281163dcf22f0e2a6cc0cde'::bytea, '\x15be4424ed83ea30e471c42566b01ca3a3bdace042512a87059af6c7f9d0d4b7b8a871bcb34416998003d9995d4d19e487d34b3e40c0e6c012893f6eadbba1'::bytea),
(7, 1, '\x0e5d868c12920e6a45746f1b725cfc74c29ed1af29f7745a5ec9ea0c5b8007eb'::bytea, '\xf79caff55a86c61f11a32c30a874eff5687e56a70eb32f1a9115e47e1d12ae0ac1c809a66c53edec65242a7df918eac2e2209802601b97b19b9a58bb42b601'::bytea),
(8, 1, '\x646f9f923a9c2322fa122f487ad0463476de1fe35879c40a78b3ea1160abd43c'::bytea, '\x1070fa26fc81e586e00ecf13d9802cfe087da609aa6dce9a8f8f5042788833f9603a89124975996f41a1aee591853d215e26dece823f7153856d7060b05b0fd78b7501a747e437525e9005e9b2'::bytea),
(8, 2, '\x21548ebff04f4b8c2e49618055ede67aa8a684e98cdd9c8c20dc3611ee74d924'::bytea, '\x1a1d13e1062f49c6976750d3fdf13b9a00e63ea688f045b51610f90b1bdc958c553d39451c0feb9e1c64af1a5f3ce78a19d3b01d9947248bdf9b89a241915dc40a356d35f6651be3cd5be060ff'::bytea),
(8, 3, '\x740273608aa26cd53a5af2cd15137494e130c9b5d4dd6a9664afe434ce17627b'::bytea, '\xf1ecbccb4ab585bfd93484cfabe060fad839ccbe06ce464a2d03f8a5adbd71d109d76012706111fe470c6da7845b9ec4d8de6a68b6e86ca00c086ed86182917062adc3117b1ae0323c6e26e7b8'::bytea),
(9, 1, '\x2f8e8a65778b8ddbe7737907921ca8963d1c6846cb5a2102477e1acecbfb5fbf'::bytea, '\x875faf49b1c69ec29806ed494ebef4f6bf9376c8a4c378093a7b1cf678af5c4180cfef252ae45d2d854cf4c3aae42b93e1ce99dd290f8769929c72b5b3cc4a'::bytea),
(9, 2, '\x8b4fcaa79211f06ae38c228661cccf53de5fc97c9fc84b63fb492dd60ddbe422'::bytea, '\x9450ae4212a6530bb54ebe37d481768c20a07f2effdf2f1ea131f59eee77c0a3c34c9dfdfdc3443b0e7b5177c3ac4903d7d3f323fa35c8cfaad7d699308442'::bytea),
(9, 3, '\xeabb722deb92902a11f4735065febe01b3e8e27101287ecdf5f456a306609cab'::bytea, '\xa274c948674b9607f96722501a43bc71207da530488cd6552ba75538ab49715dd41435441338613a6caf51b842fd2b4e55e47ed844144ae0c8ba294ee33375'::bytea),
(10, 1, '\x854bce6ed02799fa22bd36493065f175968031218c96dfbd1aa663913d210a80'::bytea, '\x29420aa0f7fe2fedbdf9bf5484760ce7623273cb06b957a1727a6f26a60ef921102a5e51c0e2a165416995e1b88c923cee92a3e38a7edf9fcde9eadb02c813'::bytea),
(10, 2, '\xf6ce549802c08c9dcd149bea6b816db8a18728d12c7adf909e185826c2fdafc2'::bytea, '\x71a710d1d9873df65878b4d8fae58617f072d6901c59bc0741eecc69e9c02bdff678ff7c9e901c4a78b8221a53e4a0a35b42bbd0ce913e60d4063dffbaa6d7'::bytea),
(11, 1, '\x546443d898bccbbc27650f8c80331048f05b58be9e2833d9fbfd275df5b7299b'::bytea, '\xa8a8561549e88f74b3c3d6655eb97d6be5827aae03b28efdb91e1ba1c1d2095d81281a8bc057cf47677296b8f1efdee3a2b436c9e1d456b2c21e267937bcdf'::bytea),
(12, 1, '\x9503902c0cd4c9377c42c96798eb14e5d23c48ef8cd75217a53a28b00a2e9881'::bytea, '\x4725c5cf7a4c076c423e929954639253fda2958700620345384d9c9cd6424d3c8042cbccd4b62bc6fc8593dd476970157bef97a47dad850ffef2f194796ed290aae294649dea4bf1ef7931404fb160c5bf758fbca17e1b11cb554c1405347d'::bytea),
(12, 2, '\x88f27f7e73a5d84a1c67a00d683b18888c28a2f860c22457eb0f31f47b3229ab'::bytea, '\x92a2289c1db500b0f4227b3009b5b9456f0c53be609c977977d9d6276786487600a8aa5b9aa085c9fdaf0c451bd2308873ae9319f878e14f50b9a7c802ebd51d33e3b373ae0e566dfaa1'::bytea),
(13, 1, '\xcf5113082c143e2577506c274934728be8e99e6323cacbbc7604c9cf3dc2d298'::bytea, '\xf8c9b6f463acddf7e6437dca549078219743cd76bd7f250e40f26ae77e326c31683582dedf0e2b0f6e6ee9d64a213199756be218d91fe7ced8f30009c68a6edc33686809420ea090cb2e9d425c94f4c9993b2b6c70ab287cff57348bbc3cafc49754c8e785bd55a6053dc514dcda044e03eb60ea5b148454ba68ec42b703776d02'::bytea),
(13, 2, '\xe01517721750b80461d332b9203ed5e1f6ad08a75e68b1619de2dd1fbf17a61d'::bytea, '\x2112ba614b80376dbd1763e097be4b84105250eae0cea8e94f2542f968eee8033e762e383567268e9c97d07e0412fb8cfdc39ac714051fecc34807a745a9576040d9b47d8793a9a00195c83d70c1c58ffe24964d96864da14a542da11d94b5ac041a3c506ed90acfb553eb83aa123dbbcc53f9ea5fe8c7a7fa77fbb92af335c402'::bytea),
(14, 1, '\x117eca5211ce16e603fa0f94275371617251443ce4d52a35faddb076aeac59ea'::bytea, '\xbf82e4bb1cc53e1a5ef3f7296f1ba04304dbb38b61273b5090bb296e62278a79f16972f9288aa832a8126e221a98a9f2c667be34c63669b744f373c3b195fa7ef26b2c854a03514408d59ce7c8881b88e6fb1bef46'::bytea),
(15, 1, '\x8c6f54572a21d1489f13eab6dc3e4de0cb85e850873ed08cb9f2a0bbdcd8e67d'::bytea, '\xf60049083f25666ed88ddf50ecda00a096c454b111ca3427a0b26dd1ef26caa8c8da3afac9934e3cc0d4ca77e15b6b15db532ed2f44d893378fbba9c985c1e'::bytea),
(16, 1, '\x5a6c98c825a9c4a49e6ced75f7df4138809de567f08c8f8214ed6eed39df3993'::bytea, '\x4ccc60b8d32e5c907b1334312552564d8e7559aae8adc220514d7ef1eebb895ea7a9774c5c034fa9493a05b879e446f18e59bf2ee56b5200e93c335f61636a'::bytea);
