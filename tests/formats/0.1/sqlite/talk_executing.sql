-- request: 01a1fb67-1800-72cb-8c24-3e4b4ee04f4b
-- code: 5DD2VXPHPMXD9YTCBBXM07ZEM191
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
('t2', NULL, NULL),
('t3', NULL, 't2'),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, 1, NULL, '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
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
(1, '01a1fb67-1800-72cb-8c24-3e4b4ee04f4b', X'145BCB19DC91008B1FB3E0D0892E42E99B6D192ABF071D7AD0B9ABE6439BC879', 'running', 1795220100000, 1795220100000, 14);
INSERT INTO oubliette_codes (code, request) VALUES
(X'62DCE2B1570866C082020663684C7DEC32B249A5D84AC04A090A467808835BF3', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"categories=talk","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"5d82313470e88b16541d09bf533058b781ba51d16e10f7de0ba055b39f4fb600","steps":[{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":0},{"records":0},{"records":2},{"records":1},{"records":3},{"records":0},{"records":0}],"identification":{"found":0,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}'),
(1, 6, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":0,"outcome":"absent","records":0}'),
(1, 7, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":1}'),
(1, 8, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":1,"outcome":"absent","records":0}'),
(1, 9, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":2}'),
(1, 10, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":2,"outcome":"cleared","records":2}'),
(1, 11, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":3}'),
(1, 12, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":3,"outcome":"cleared","records":1}'),
(1, 13, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":4}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'A7E99A97CA99FF196A31697128BF3FE8869EB284607C01B36F52B4DF07A92F010FF131BB7847F9575EDBEB8A516A8CAC475EF2C5F6E4CB984F27079F8796F8FDD256D6AB0CABBF2FAEA3F26A41EB8B93A2D28F4D8EDD1741594B9BA0EA157F18504B846CB38118DCF119F6BC5B34E17B69FD588D94B58A11153B1267B8266284F6060F73A651162F5BFBF4203DA497474597023188524A5CB61336F1CE5A7D05A5C84C6F745BF5699F03DD1DBBAEA8D1D4CF93459B80EE382CC7F4A2A1FD32925D3A0F202F5531888744DC29D31282D4AB7BB811AC23C78D4BFA2588DEA688D0805993CBF647E548D16AB6E791E27D14543243EE8A1791FF4A286231E37E9377E5784F4A43E6EAD5E0160716E28F1B900CF9FB919DD598EA9A859CE59A4E2A5ACC328DB83659B74BEC1D29B6B4DAB2B096DC34BD8469E8F8FB69DC99D09A7EE30ED0D07D8549EA8B2301D8D3324636A8D89AD1DCB734DD73841CD79CA4C6CACD7896255F6E54A46B2575711D4D580797116553B016106A994723A5489B05C11F25B26340AB466DBB783171');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(5, 1, 'gone/contacts', 1),
(6, 1, 'gone/memberships', 2),
(7, 1, 'gone/threads', 3),
(8, 1, 'others/visits/12', 2),
(9, 1, 'others/threads/10', 1);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(5, 1, X'E245E307EF36C9A14D486D28A03D5C76ABAD0B480EC4259E23CB342F8E15F7EE', X'07A3C2E09A9219B25E8CAE83D2B3BD80CE5AF03DA663F4E1B09ADE30AAFB95580BC00175D0DF512E2427A894D71EBDD6894154C5528AA766A69FC0EECC9B62'),
(6, 1, X'EE00033475D1D8171E6D8A556D385085856EFD5505A3CE65194D37F6FD9D15D0', X'A2CE339A083579B8533F292D573527294440CEC865878FAB53633733233132DF6F503A4CE6D673675471374446D948199B92E1B4A622A01DC4E392F781DD43567DF06972189A8D397AEB4A88D6'),
(6, 2, X'109702136CC2A14600158322CFF7004A0290F6D2D46A6BBD29B0733FF51890E8', X'EA7174CAE67D52BBE0622458CF22142E2A6789207E481A78F8FA7F63EC41C3B05A41634853A5CF938B3F6011F9827264B677E9FB2962DE2AB677453DCE49954E49E5792BA086941A0418D891BB'),
(7, 1, X'BA2AEBACA46FC4082A2B2C4CB4368E2A81172148035A74AE47A3997590B069F7', X'DD5A5AD650ADEBAE3DF4B4EBBBD34E82ED96918A4C63374B65B0B960C91DB8AF929F33EB2500A893ECD92D9D2049EA931732D68B78BFA59660D925006F116D'),
(7, 2, X'2087F717FB735B788589D9DDF072D161A20162606D092C286AC60EC1DF59C563', X'81E85582890571AAE3014408A025FB9BD519006A704C200AF2317F52AD1315A1105402F5930E5514FF3108CD38A5CDF170382A6AA29B8EC1A61CEFA7C0BB14'),
(7, 3, X'A52C856F8F29424E6C2E87D24748889B44B00EA6D1ACD28ADD375DF2F6AF5542', X'3F6683BC24F1134F72C6FAED901101CC592FDF0D30491BA73C1164EB42657C316FD75B0AF09C28012D7642FA597972C2123EA273CEFF2A84B9112A65D0D417'),
(8, 1, X'B6875A7B8C0FEA04CA95EF0EEE691C1AD3475DCA558108252B7F4040182B3D88', X'4484AE9894A1BCA8AA375B278F57164C275C02C874931964F090A187B18B10F9E4BA5D451074C29DE70C43687D60321488DD3A17BC16FB612B2B79FF23FC435848755E892562E591FEFA25F31F0FEC0A71EAEE788C'),
(8, 2, X'789E8898326A6CC33449F562F0984CE9FA36FB753CA035F0686E15197898B2FC', X'C30D75593E32766594CFBB4881B4D40922CC94DBB46AB73DC8D76DD79AE53C906C52BBBCFB8BFE82B7512B7ED66C66F5B79643401A13BDCF345756202BBA7C96A546F6FDA29BEDA4EC43813A7F8EC7AE3230B0356C'),
(9, 1, X'BBF7586A0BB3C9072A0160566F07EC8E7C51E265A2EF702E8A68D306AE667D09', X'29B179FE6A11328C4CE58AA7857046A068B56A82267514817353CF30DCA02539388BE333950FAFA5BD0569198503453C51EA378717A2A46F03905E6A6681A8');
