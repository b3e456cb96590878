-- request: 01a1fb67-1800-7b90-a3e1-aeee1104836a
-- code: 5EXF5B86G8SW12H5YAX8T6C0YD37
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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7b90-a3e1-aeee1104836a', X'12AF4E31FAD69A651E7DC5160CF171B5B78646192F99F06DB22AAFAA938E4AC4', 'running', 1795219200000, 1795220100000, 5);
INSERT INTO oubliette_codes (code, request) VALUES
(X'F0481312BDF1765940D107D90D891341AE13B795904E4D7316DF1585A2CEC276', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":1,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"}},{"records":1},{"records":1},{"records":1,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":1},{"records":1},{"records":1},{"records":1,"shells":1},{"records":1},{"records":3},{"records":0},{"records":1},{"records":0},{"records":1},{"records":1},{"records":0},{"records":1},{"records":3},{"records":2},{"records":0},{"records":0},{"records":1}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'742F3D9C3865DEF5BFC63C127C985B4D441B9808890A668AB9FEB288CC8468296D23BDE4ED7D335D18085374781835F6EB4AE129A030AB7E04ADAF7D8ED0828457D4979A5103F50838A799CF472FAC95B15D8B3180D0F782A4316A02C2525BF30121E60AC08CA95FA9A631B40A7EA3106CFA0BC0B08619B7B1C46305C6B402B151D84C450F02297F882337861D06F40273B5CE3D121C5C5519D80DFDDFCBD3F584611661FBE0B000AD55C0473B80FE206FA33DD02394C329C2A0C6CB617C2A8F436B4F3B3D277C1DEA074F968C56B10B84CCCB3539B300BF00B78C78A5782CA208F90A9DAC6541E069E3C93ACE567DB3DDD20CBE18238C5EA8C56FCC33AF04398EEEEF8032E4107939F89A9E7B2DE46D436AC2302F1DED580D8FD070D0DB2AAA8AFE3CBDF7E43929C06ACDFC741975F31BA5E94C151FF478559709BA05F91E8D8AAF2346ECFA89DF9BDB9ABD1FE77FDF3EDF91362CAF0A615A62A1EF98EBE90EE1F6E42E5052C23A48D1404094B6A0A380024D2F7111D5B320B9F07A81387A21A93E5D');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 2),
(6, 1, 'gone/contacts', 1),
(7, 1, 'gone/memberships', 2),
(8, 1, 'gone/threads', 3),
(9, 1, 'freed/addresses', 1),
(10, 1, 'kept/contracts', 1),
(11, 1, 'kept/invoices', 1),
(12, 1, 'others/visits/12', 1),
(13, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'4A0BD52B59620DE9A904B1D76216305A31F525465929B0771D72E9975179C187', X'1562686654071D0C4EC3277BFED3E6EA1A56429E30BE42C1C0696AB8A964D81633F465EF9E52BA33BD15FF516FA4283DDE7E6678859F3E72C157CBED52AC0C'),
(1, 2, X'032023CC4D3C725A8FFD0ACBE34745917E577FD11BD236BE344BEAC6DA7102A1', X'735201106EDC3EB4D739E22D4D7C30ABD2CB852199C12DF3375B825C4AD810559E0F383162ABBF8EAA3194DDB28716E2ACF1A09D849A9664A29165E21DAB95'),
(6, 1, X'38AFC59058662038BC8A7F633CCDEBD6B68CEEAE2CEAAD3493CDD37086A766E1', X'8C00E3FD5297A45EA89B91BB56090AAF7CCE126B9C68D71E7E9C4AC3965A5CD8BF2DC4EFAD63DD445741806898CB06E79388F1828BC66173536E42F78E1100'),
(7, 1, X'C0CCA93E30281E061ED18139DFF5CC05A42EEED5B2F9608AC8227523750FE5B9', X'95D0EC2555E48A45586D3C641F4C842F81DE9B6849F5890A79C68C921065A5323AAB089BB04481286C5BBF6BCE24F4B3BD551FD1221CBEB5B4C7F62A6F34B1123A9AA72E7C645FD4ACD5F9F74D'),
(7, 2, X'B0F14239E3A42ABF50FA547A60DBAE250EEBB6843D449DF772DE28EB48CF668D', X'3290756437FF806F503344138538A2F9FCBE54C8ABA4A69967AACBB33EB5100545C46F947E6743E15989A648698937A981C50314C87B0DA2466E41B2C32F9C82BF692851C340E23BAFFE0AD0FF'),
(8, 1, X'1A800172C9C9A599D95673F8DDE8D0DA23D10940B97B2DF5E21D58CA6B8B8D1E', X'7421405223B7D0CDEE2B63AC627A63B280036D771C6B3DA614DB04CC8603127419EC52E6AEEFAE669FB0DB76F23B082860B15B1E2028A4DFE49887A04C95E7'),
(8, 2, X'AC04369D6C3C2A6F7C731D5C41D73D1A98F6E21B455E2F34100B56560462AAE8', X'25FE21D86065F45FACE3FFE4A637BFA5B8F9A78496B11914F417BC9B826CCE0E0209ADC0D017CA5149DABA1A7E98409D351931F382669677A82CA210375931'),
(8, 3, X'37F2BFD8047DF749D138D43C2DFB50469B55D9F35167A61DAEBAF770A2FA005D', X'969E8A1DA20434EEFD4B94ACA33F6357CB359CFBB3276351D741168FC6D778E62B7FC97FF18687D95E9B2A461BC73B2D21E5C3FC93455FC3DEBF8393291274'),
(9, 1, X'4EC4ED9AB966F87F48C863715E6261BD652D2B20B7403CD115955DB592C08563', X'9953287179E241CF9E2045E774E87DFC4BB0F1D11A0F8713F275441624620F38EB57A23AC97EF64CC611BE8F234EAEE42F4405A24ED78A74F991A3F1948641'),
(10, 1, X'0522703F5902CB242C2D838B837C576B1FC4E7DFA22B6E0F0D7219E405B0E5CC', X'7F4CE10D6CB6E75138E2BD99BA8F23429A39907B04936088682F76783F97F2D2B0DE0737AD27E3F06A787C59DDBCD4496F80D985C822001D832B0CE6C5DBB7B8F8D080CDF4AEBD6ADCA16BFB1ABC7970C43CBA2151C67FFC113D4DC9EB95E6'),
(11, 1, X'1C0974F4C1E0E8648775BC5F180CB82F2EEED1CFD437CB56F496269B752062E5', X'FCF745E35FCC246D50E15FB7DCFC336485C706949BAF1DA655BD7B3DC74B0E1925780F7AB9FF03DC595C13A529DEFA65E8D2A106BC65A651F510F5E0D00B7B12893E6B2F19B762AE4D1B7C66B5814B8CF48EAAF55578C9496BA6CDAE6BBD108BA582D4F809A572C68E700D6EC056A532D93A0DD625C053050AE740ECC53181FCF2'),
(12, 1, X'5030BED706A28C015B4A6680DA74EF57EC2D77AFBB347F50CD93F2BA46143489', X'5969BCFE2649D22C94B1CD6D7BF5C2A6FE9F50FDC4834AF7AEB5B51D417386D1C9C584CD4E5CDCF664BA1DC2EBB809D01E085AD9D82B0B7FA9D44588AFE62C23CE68F61840DAB5B8EE29AD12BCD0A85FE43CBF94E8'),
(13, 1, X'A3097BFAC0C94E98AE79A7F309E18F39EF535CA182EDA477C235B4EE4274D3FE', X'D44DD91C89FC488C62727A21A3C9764E3B11BDB5A2FF8618BBBFBC0DCC4C768995F36A0EF99B70062DA547909A03201D84E642DC76001DAE613FF38C6EF1E4');
