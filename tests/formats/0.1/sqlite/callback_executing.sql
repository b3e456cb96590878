-- request: 01a1fb67-1800-7b18-8773-844b390a430f
-- code: 538G5FDSWR0TZHY9086MYK0NJJJB
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
(8, 1, NULL, NULL, 'to Chi'),
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
('2026-11-02', 2, 3, 't6', '0.0.0.0', 'pseudonym-4yDc9TMvrka-Xv5AfqFyXg', 'called from [erased]');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, NULL, NULL),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', 1, 1, '2026-01-05', '2026-02-07', '+919876543210', 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', NULL, 3, '2025-03-01', '2025-03-02', NULL, 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, 1, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, NULL, '2026-06-30', 'Chi'),
(4, 1, '2015-06-30', 'A. Old');
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7b18-8773-844b390a430f', X'0536ED316E173FEC60063B4E8CA669E9E197FC70B7A50B83D4A17DEFB57B7004', 'running', 1795220100000, 1795220100000, 34);
INSERT INTO oubliette_codes (code, request) VALUES
(X'E06078721D5B0C72736C5FBCDE94AFD5AD0C2E6A30EA96C31811FBD21C8B53B2', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"meta","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2029-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2029-06-30"}},{"records":1},{"records":0},{"records":1,"until":"2028-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2028-06-30"}},{"records":1},{"records":1},{"records":0},{"records":0,"shells":1},{"records":1},{"records":0},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":1},{"records":1},{"records":0},{"records":1}],"identification":{"found":2,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"retained","records":1}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"cleared","records":1}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"absent","records":0}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"retained","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}'),
(1, 14, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":4,"outcome":"anonymized","records":1}'),
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}'),
(1, 16, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":5,"outcome":"cleared","records":1}'),
(1, 17, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":6}'),
(1, 18, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":6,"outcome":"absent","records":0}'),
(1, 19, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":7}'),
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"absent","records":0}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":1}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"absent","records":0}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":1}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"absent","records":0}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'892AD003958A74FA3A8D53E5B695413DC664CA0677A98AE048D4F699B60430A8760D2E50D90E0AF35624F962EAF5068114E9749A537ACE047D0144ACBF7CCB22B7EBE632FBF649DD94A93CCBC19B9A9C327A38C102CFFCB2EF971D618246192F8AC4E28230974A766DCD38B03EF2A2E2A93B16FFE4E8623EA818683CA187EEC0B5E0840EC20C6330F28B7141A0B02E216B04733983D614ECD819B8603A3B06AC8705C47090F1DAD1298FF7DE9368EC876EF573A22EF5C0F8D9678E0537A0BF1955DF6D7ECF3F3BBF13A89142AB97C51AA9AB04ABE910137E0A756AA92728131AE3E508AE3A96F1F731C2339D8060B931F09CDA91063263A8012CD2B7684277E7556EEFA23F364C4115A9FC440821DB6EA2E6A220BAEDE9DED7E34F6CA67ECEF99BD05D0E65038F48A1E527C2352EC461EBE0DE93021C3575C3BC266E232038A5A4F28E09405EC5989D3D7FE8FF02123AC7E275EBCC65698762E3213C0B3ABFBA29EAEB783E67EC2CBAC3B6CF58748D797CE6EC57674819224591931E921A0A3C9B9FC4B24AA71C8A68D9C5CB28500F0FCC4F541F66407C2046E3F5D51236E17CC6CB4778311D7722435506832EF102DBFF069BDE134D482EDCFEEDD64D01C5E360A76866E649F37E725CEFBD28B612E583337A6EFF3E173A74BB7CC7CE895D2AF3A2FE160EC8D25F49ECD34279A8580B9C00964FA940D85DC5CD8A4E27EDDEEA96A4087E07C3293F3D3DD9F398369DA90DCE6CDECB5F892D64920640B371292A697E80F897D6CD19B7790388A75758A0694D414BB67E898ADD38A16A4CB0A571BCD1B20DF30F3548FA530D009A6A8BBD28F696267E94F127F98C41');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 1),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 1),
(9, 1, 'gone/threads', 1),
(10, 1, 'freed/groups', 1),
(11, 1, 'kept/contracts', 1),
(12, 1, 'kept/invoices', 1),
(13, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'328982E01B98CA0DFF47E9C510C5164BF28E383C4DD2E2305F5940729C191DCB', X'3509BE10566F106DE273B15F0DBB3B456E8EAD5DE79434DF2E98F614FB472BA252B1D7DF064561D2654F76D1EE3A21747E9CAFCDBE75F66693DEB86CEBE9F4'),
(6, 1, X'A87DBE148AE084D89EA1A799750E6E8BA0885DF19696071239A822CE75027F3B', X'AA86E5593D1C8D4FCE2CBDFA9BA8575ACBF1FB45E78FB71D97E73907048951239C9ECDD550998E5713E733ADDE20B59F17F8382309AAB853FBB904EC3CB829'),
(7, 1, X'2E38A796562A793B02F9DB5030545B4BB34CB92BB3CE352B86A001BEE8FB94E5', X'17A480CE6421F7BC9CCFAB7D6A42ABBEF7ADDA105597852E842142F1819488D2E1F2E1847C6DF1FDDBB4BEFDFE20CD7C0C94F8ECB326EEB738C9A5D5D70C0D'),
(8, 1, X'D960C58E448030CD0F603A24E22C9587CA7597FE39E3F972F8C17B28ED034220', X'7110C37BB5148E62797CD1FA79DEB340776D637C5F197285EE413331D9F8AD41A95F7BEFBDF5AD60E4ABBBE94D138D01389380A796509B535EF095BA5DF0F00C07CF922D40C67A1A4C27FF091B'),
(9, 1, X'A148757CA44B381505D9F4F0E9102B1BDF78D2940CC71217470C851D043C9384', X'7C7CED6C7A6464F45E0CD3AAAB6CC1D1D3C7B62890BBF88AC3AFECFD16F3B9631EA82C4663D049B7FC654865DA863D2B79CF510676A8166F84F4F524BA8100'),
(10, 1, X'964D606137BA63A7F2B2560A2E307C944B6D1F834F46253E78EC8DE51568E65B', X'0BD4EDBB05E0CE3996CC18236E6ACBC0EAA6D2F1344430726EAAB3F28F1ED17B09FADDB4CC3C51D1B1F87C98B27C99AE35AF7064E87EF07D4412E5F3244AE0'),
(11, 1, X'C734AA3166F846A9170C3354F2409C0AB529C56182035A0CEC27922D22C3177C', X'8CBA9516993BA46A1AEFECFF09E590C46B141D3B95F48E32E948CD7F41091EBAC1C4C2947FF78186E5C57D2F9DE8B3DE17726BC275A9F577F71A590CFAB97F79A67B05D1DEC387FADD383EC7BA70CF7DC688897B186BFCD740AD16610FA0DB'),
(12, 1, X'1D9E770D46CFDD084DF7952F5777ED944E7794A96500C3828260E5FD80DD6A05', X'9286805B318B43FE350EB9978C8833CEF7C1E31AA3A2B4A6858A263FEA993B405104B41DC9D972BB8CD0B50958418D624A615A9D35EE1A2AD2E79D61D33179B2B5647E01EB05EAF6E5D6EA80F56A335B2CB437393C8EA88967ED8BF56C5D6F5D43377F03F6500E7FF5F2B5395FD6977FFF206AFA7B090E22803AE2D686B3374736'),
(13, 1, X'20B440803CDDEBC1288F4B9137C2E926AFD691D8DD8D636B519A0642CECD6B11', X'58A6EE0081CE14C90E54BB15ED2A8AB28FC1014F5304C13B26B594DA76B32F993DEF0D311B5CC56F134A3A8FD934511DB65591A47BFE6CAFBF4A2F52BD6218');
