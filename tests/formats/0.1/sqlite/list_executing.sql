-- request: 01a1fb67-1800-7b28-8bef-38cc52b78aba
-- code: 6H6FACF7PKSB3ZGKJ52Z684F38M9
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
(2, NULL, 4, NULL, 'to herself'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben''s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(9, 4, NULL, NULL, 'to nobody');
INSERT INTO crm_threads (id, contact_id, parent_id) VALUES
('t3', NULL, NULL),
('t4', 2, NULL),
('t5', 3, NULL),
('t6', 4, NULL);
INSERT INTO crm_visits (day, seq, contact_id, thread_id, ip, agent, note) VALUES
('2026-11-01', 1, NULL, NULL, '0.0.0.0', 'pseudonym-hGM4j9CoargWF2JEhUaR5w', 'called from [erased]'),
('2026-11-01', 2, 2, NULL, '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, NULL, 't6', '0.0.0.0', 'pseudonym-4yDc9TMvrka-Xv5AfqFyXg', 'called from [erased]');
INSERT INTO crm_addresses (id, contact_id, street) VALUES
(1, NULL, NULL),
(3, NULL, NULL),
(4, 4, 'Work');
INSERT INTO crm_invoices (id, contact_id, address_id, issued, paid, phone, total) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', NULL, 3, '2025-03-01', '2025-03-02', NULL, 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', '+919876500000', 400);
INSERT INTO crm_contracts (id, contact_id, ended, signed_by) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, 4, NULL, 'Asha'),
(3, NULL, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (number) VALUES
(1);
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-7b28-8bef-38cc52b78aba', X'8C78A06F835B58F045D7C53A0D10B48E81B22D461652A15CF4B984EBEA3DBD20', 'running', 1795220100000, 1795220100000, 40);
INSERT INTO oubliette_codes (code, request) VALUES
(X'5183B784D578A4CDCA35F9B2C09F460EC4E98B1EFF628B43CF8C52AE7F4F030B', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2029-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2029-06-30"}},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":1,"shells":2},{"records":2},{"records":2},{"records":0},{"records":1},{"records":2},{"records":1},{"records":2},{"records":0},{"records":2},{"records":4},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"persons":3,"absent":[3],"found":2,"shared":{"email":1},"unclear":{},"proposed":{}}}'),
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
(1, 20, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":7,"outcome":"erased","records":1}'),
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}'),
(1, 22, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":8,"outcome":"anonymized","records":2}'),
(1, 23, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":9}'),
(1, 24, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":9,"outcome":"cleared","records":2}'),
(1, 25, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":10}'),
(1, 26, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":10,"outcome":"absent","records":0}'),
(1, 27, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":11}'),
(1, 28, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":11,"outcome":"cleared","records":1}'),
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}'),
(1, 30, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":12,"outcome":"erased","records":2}'),
(1, 31, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":13}'),
(1, 32, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":13,"outcome":"cleared","records":1}'),
(1, 33, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":14}'),
(1, 34, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":14,"outcome":"anonymized","records":2}'),
(1, 35, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":15}'),
(1, 36, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":15,"outcome":"absent","records":0}'),
(1, 37, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":16}'),
(1, 38, '{"at":"2026-11-21T00:00:00Z","event":"step_ended","step":16,"outcome":"cleared","records":2}'),
(1, 39, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":17}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'7CD48C34F1C6366FE0EB341C59A8B4E401216914CB477DA182D6D8503CD44A630C6D2ADA2ABF8B8C897AA0BE321BAC544287775D5EAD7619854B2B77B63991C98A2C50B211C632AC54FA885043434C8614407B91345E415ADECB613A22A742F817B59A5A9B1AC034D47F609449CADC4E5314EA09E772FCB47BC4EABBED2FBEBD19AB147C01E19D040DFC6F92A7583DEAF755D1AFA3DC52BD33FE7BAC817C07A890F887B47CB92CDD7E6D0948131F974D0CA01C5639464E09E19F31F1FE41272E3B1A837150DA52BCBDA9832B273EBBE5EE2F350FBFA604C1132667F0C5A9F957BDCD5C7EB6CF66D7177BE401636FF566CADE8E0CF60A599C2DD8C4AFEDE259D35959BA8BD225916CB3E7E216FA6BCE4D0A54F19355975908CDD285C043CB1002116F61244CCDCEBEFE54C205E64671A447AA21027A38416A64E9ED0073C5F9300E2D32B3ADD312B708C05D92D0BBD677B94AF2987CE05CBB239E593BDBCB936D3276AC3EF1672ABE00AFCD73F3EAE845AD47F516BEA28F72ABC5309312D2ED3114BC2BF4DDF8BEAD80284CAF544A738A640A3E5ED6BFAA0EF3056C6A1CE3CC29D2E8FCF195367EFAEB874ADCE71DC7EC7C0A8329246C70F86A18D4B1DBAC88184AE32C731BE2BCD62A298C0C69B5DF249E44561E6F46D2937AB6F752D159FB5C91669A49B22E6961903C8B21E46E9C1233A7CC8A0BCB62547EA9AD3BEE0FDC50C954C0F022FF51FEC7E0552065C8519808AE6B90CCCA2B9C14084DB28613C6583B72CE51A111596FC474764DA5B3A191FF959811E2DA1B4FE763B82DD7362D662B948DF3FB009EF87A84A2536F7BAEFBF7B0AD427D628B65692AD5C53664208600EFF1C0C5228D6E921EBB0B25FF5F37A7B75E7B23DBF096185DC39E8CE400B8E2B2A31BADACE448203332C90D17D42ECEF97DD96677CCDF4B11A5565E725F35A813E118EBC92D9FB1883483AE31EB5CFF3649B0804C84FDBE442846CE0DDCE3A7A8B076C19D098E62BC5AD3788AA1DBE3AC62C5BC02C789C7613A17FA5A92B8FF707E03B608A2C855E26187F7B5421FBBF7B0F48D479BD85477C9076D4B4B2081A083CAB530D741AFAF6CD84237C5625A1F7CE610FAD957412F8187E46785E80920BCFA4252AB72802B306E7F207838954F67316D1FF2287F92B16413367BF3075229224543C505B4C26AFF13401AAD40DD138919D3826982F01D76EC68E75567FA1A69966E11309CC15B39');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
(1, 1, 'gone/addresses', 3),
(6, 1, 'gone/contacts', 2),
(7, 1, 'gone/groups', 1),
(8, 1, 'gone/memberships', 3),
(9, 1, 'gone/threads', 4),
(10, 1, 'freed/addresses', 1),
(11, 1, 'freed/groups', 1),
(12, 1, 'kept/contracts', 2),
(13, 1, 'kept/invoices', 2),
(14, 1, 'others/visits/12', 1),
(15, 1, 'others/threads/10', 2);
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'924E75FF28D5213CA0CA6638A253B456EFF2F19B1411758997892CBDDA931701', X'4D07B68E64410189EF14E24304C3D462D23F2F2E9338DFB6E43737F4A2266ADECA285972E6EEAE77606060305E3176AD4073C7EE92E8FC1EB8A27AFEC0B4B2'),
(1, 2, X'C51F22FE2F1B2B8C3A32DCF8F65B015C858D83604D633E67F223DEE15D4EEF35', X'8C512D8154BFA40E0DD4882BD16D7CF55824DADBD612FF42F049280BACBC4BF03AC9A7A85B1A92CB91F9799901FF0F3A0566F546AD028FBD48FB255AFF05B1'),
(1, 3, X'46105133811869DA521FF3D09DA266F102F3D6F143D1C1882A1608E9645BC49D', X'A78A92E6CCDE0453FB013EE17D50D17D9CB16BFC8BC86CD87AC540D9C18C63B5815586E275C02C12899ADB1A5E1AD6FBBD1AD502F192306B74A8B01C9FC848'),
(6, 1, X'A01798B0FD4852EC908D057DFF556D486304D85C1E5A7996546098B4769726E9', X'6E10D566BE6ABF3476CA307102D9B983B7222CDBF35924F010E7ADD7C27747A8755EF5630CC083B3F1A3F8F3F1B15D1A3A0F44F881238071E9BBC5C3CEB4D4'),
(6, 2, X'1D2446E6551798951E6168AD5A4358FA2E44B5EF4C89BCE237EB1443B131E394', X'D46D827E9D87AC9877D778FCA2C72A5AEB11F41E3CD353C717C26B6A6A4F1191C4A75EEB356AEBBE86A97222F345CEDA49836BEE225C7939E5FED112ABCFFB'),
(7, 1, X'AC2D9D9BA43C6B1A60060E76E9B4DE99F1D90D97A1FA36BC991CFCC5F14EF5BD', X'0B40885B3402E9802AB8CBD72640A04F3CA9EC4CD975C7AE3C70A5B3D3E0C82A22A6AD9C093C08FF1F22CB2C20D785E3397BEE01521D4E6E6E66B112455A8D'),
(8, 1, X'2526846A4E2F44BD69A36D946330465BFCC74EEDCFE9DBF4D860BB45342F95F4', X'77E508FF40C7114EE92018D2F30996685A7300A2E9B70198EF597D85E67A8F7FB23CCD9F056780F5D397B89C70EE63B1C33BC0C7082B937D93FCFD4B90D40C810C8D2035AD66031CC5CDE66DF2'),
(8, 2, X'9CFDEF0415BD0F766D0C12F82508AA3501A83866371479E3FEBA11DC86240EBD', X'35BA83ABA14ED70EC62F20B4DCEEEC30D368EBC5916C318EADA1C15CD2B62C994E2DBBB5149967F0EBB529D907F9A93338530529E01C706438E55B682D93E8CC3174F20545B1F9D85E73805A02'),
(8, 3, X'297655C05A082D3817FD9DE6D6874443B4CFB261A0DA9323E2AABC793FE89626', X'4DE13C02BDF6972CA4B94FE9C519A3F4D10892EFE82758CC4CD57D0F2F6331B826C75F1BB1FD7107D2FBE18442E5E6123299DEE5A6849754609327109F13A426B7874D79D4363D7CD8B4213D39'),
(9, 1, X'AECCD450C2596671179FC5C93122606DE5059391FC2BDAB87BA881F08B934099', X'4E2C0C87CD088AC64810957E7C655B4AA48B9298257130661BB5C8CA44C7D6CBDEE080D9DC1EDF8852238884C87D5CAEC6514F66D6AE093F8F7AE5B86E1C84'),
(9, 2, X'51C0FBA3409F2F8726F1DD032A0D7BB9499D719976DB0842CA6099680B54A45F', X'B245966E90702FCC5C424E98902C7CD242F8B5DABE145C45165EE2D2EDD0CA43146D8F75D6D76E2505FD457CAB3BA17531DD5AE6966B407AE797AB21C3FBB3'),
(9, 3, X'AC36F0F0A2E73B4644DECB5E3A1EF4123765FA3E0A3EC1177909759524D1F6A7', X'5F25AFC6DD9B3EFEC7526BA4F721A8D53C5D788606A11C36E2D81FA6A16DFDF3E0B6B3618D2D3DC20FCBE36B75E63DBD3B090F23CCA117F5C0A2E25860D001'),
(9, 4, X'7C32FEBE2A0DED7ACEE601F2B81F9803F9F3F47111767C5703C66DF3A25D162D', X'B44131267A0211934DC905F6E04BE14758C706A8A1FCE06D86BB344BB30AC8022A67A741FD19EC7833828D7433ADF2486A8EFCBADB32F177F23340A8D379D5'),
(10, 1, X'3AC3F8B604FDBA051151077A0C8C7F37F8AF5AF5781CCFFE129C3C5174407BA7', X'4D20FB719DD9C5229AB233C94EA63826BF7641F5F2443CF8C11CF9B1436D4FDAF2D5D0A705319AC1B29FB5E010C318526021D486EEEFAE5AD5F0B79235EB9A'),
(11, 1, X'52CA8326E1557EE20A3682FED7C4FF4BCEDA3BFEB0DF80DB07042C2EB4F29C5D', X'94FAAC64B95B80CDF484A4E285DC72774D70AC1C5A02D335491154714C4549929BE012C80041949DA028645E53B38E6FE9BAA05D0116253EAA3844EB76EE80'),
(12, 1, X'DDDF929F0C4AE717CFEAA6A7509DE6887FC3A62FB94A590E85432ECDC0E5BE2E', X'632CCC58EC2EFACBA636CF2DBFE2912119D4205E8A5860C65B9EEB5537C06D840AAAB89E2F543CCE7CD11A18630C5366CDC37FBE1D5E063B3529449FCF6852E1B65708117D4958BC3131A1BC8F16B26E96F5616F46D77E38FF07EF85D898A7'),
(12, 2, X'0DB071580A084D5E1E1847C532D267CF20526F1F8E3ECCC57AD8A134CB2214D3', X'D9278459018A233EFDEDFB5AD359E1C2243A05FB274D94F7D160971267CA9EF0E25228020E26E2E8C34D82C02613CAFDEC4F8A0D5EB756515B43514B609FE33B2D7A186892A93F25FE6F430FD22395F72E59306784DB948D11971D4FEED192'),
(13, 1, X'5DD9244DD6769476DDB5CE85A18D346CFE49F8BCE4F1D43597637565F5A39248', X'F9B0B613FDDB16E26B2F24E01E3BC725A2485129380B39A5DA1DD57C52058C2FC1EB55A9E2BB8C5277E88CEF44B99A1CAEB1CF8FA980BED5B03D2190B8E08AB04DFE3C8E78FEE2846A7FB9AAB63B07A62EEE85B3C595907DCAE3FD8449A35D3540F2CC0F5991555159CBC19EF5FBEC9B5F3D9E46B0EF1ABABE60C720217F527819'),
(13, 2, X'01473180BC064313FE3073931D8AAFD4157A5CC565DF76274BA010A688694AC7', X'D78CA52E1D30ED5C0B1746F9CCEE6CC1F3C1ABED426F356103E4894ECC7C796D978A7FA1F06776EB3D2629B2A07083542B698A69D841D09A2D9F5640FE17C569348EBB8A06365EF65AD242892DA59585DFA32FBBEE604BC6338857DA3A274BC89FCBA51221FECD0B7AD959BF179E11971575AADB3A4CC6962DA476434BB81F9C63'),
(14, 1, X'77793EECC6455F2102A5477ED3F796C643A35E2448B8F55C018936EF7701EFE5', X'F5934F14FE17CD0F7ABFB0674E616D5E60C2464BE22533B7CF65BE0ABAF30A407895BD9B90D8268FE95E97E32690AB213F80CACC3891707A8E128BDC743B557DAB3B94BB176D0F7E68D4ECD69258B5FD2EC735C70D'),
(15, 1, X'CD347DC09CC2CCC4293BA4157C13CA1171A49F8FD4256349F3DF330F9AB6BFAD', X'9D0333FE0894B37507EEA0F417FB480C1A7D2EE7397386C9E772F65815ED32B892D0A6836074221B0B0AD5636773C30701245BAC5318296FC3AEC2D4E6E499'),
(15, 2, X'86A10E4A137F243272B157CBDCC0B7AA41E28B7BEC2965FDE2C838A96564B690', X'4D7260886001D5B99C7DD8EB05BA1EE904D0B9733D3714FD14D3F160A5EDFDBAF9F1CD8048DF2778B9A401FDF9C3864B075130DBEC7FC71577BB7F41E5E662');
