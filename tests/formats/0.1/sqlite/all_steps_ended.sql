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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-70ed-b106-adf7f1c879f1', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 49);
INSERT INTO oubliette_codes (code, request) VALUES
(X'5917B2D754299F15A9882B61FE6238408763DE41AA1CA83971724FEC0CC4DDAA', 1);
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
(1, X'3E4AA81537C367062D0246FABF9D3C49AD2D121E7B828D877040F6CEA3EC1AB933A967E488FA52AEE88798A37342AE1E683EB6C210564B3F5E4F851E4C04A349DB1C0890291278F827618B5B8FAAD66CA184E038BF7C1D6AC4465281954E567F03BEB1AEBE590F74E285DEC05200AE93515D46B05D16F85352BDCACB0774E1719D0B85AA42776BB1AE2064EED084B9E32ECA8E5AAE7EC3A8E064EA921E8558323BFC0CF875F605326D502EAAEB3EDA631BF5FFDC071EACA4B22A6B9578D70839041B0E563F0C2E7F16DFC9977CD4FEAB0775A5ECDAA947CBE7A20C9A8C3CF817BFD22D4FB95ADFB3F5D37961861AC5CE215225D3560796323EBB1A26B8EDD8EE4AFDF84010DE8863A5EEB611CA5934222CD3C199C47B1CC89C8D7742478C26647D94C1AD0731AA6C80C382811295254B8BBD80DADBABDC9B1F83DD945154E8D083E04395C56CF2A41D2DC1013B8696A70EB789DC6FF60D5B7EAD4195BBB2DAD0E1142922F442D5CADB11014008EC585CA5CF9F588261EF3BBF1019629079774FA6BB0E5C3F90A294A5C4FA260BC179CB0AE0E402C8D4CFB9948B9112DF09E21ED15B2FFD341F3B936303309DC259EB9F9E277F4A1DE1BDF33BC134990C6BD23711F8F8D015794B3EB48AAD6F29B06E71CC68BBFCF66B95A55DCA74EE0F808966D2E461DDEE721E38A9516F7923425B73BF2A0DA5F09B1B316C2FF24E39E912E09699EDCC863DA6C120F2EFF45A7024E2C4F5D1540026B1F6B594865076E988C83D53648F566C4F956A486E787185075CC14B30FED3E75E88E12640926FB785C79E67F550E42A747545DF91C27F570E77852CA22F0FDA65235593A7EE44ED88EE6954A50E674566FBD5DD7B');
INSERT INTO oubliette_note_sets (number, request, name, noted) VALUES
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
INSERT INTO oubliette_notes (note_set, number, digest, sealed) VALUES
(1, 1, X'F832BD22A8EB68CC084CCD38CCE023592C773B324285CF7D531CD9926D275966', X'6036C184D028161F0EB0CE3F3D73A979EACD62D3F2F39C901138F1E37D35DBC64B1FE501B7570E62EC21D5959CC938C0B312A6CFB7DEB3606C5537818DD8A4'),
(1, 2, X'08F8F6D615026706F25593CE67F3DEB8976F72ED6CBBCF2BFDA205242B5A981F', X'865ABCACB2CFA3CD92780F8BB2B5E3BAAA1D6BE3FC42B470215A7043F36B647AA6D178BE96AEB88D8A470C20E7CAC76FDA3767AD2E7B2466A4790CEF0B1FA5'),
(1, 3, X'9CD152FCBF6A18F7CEBEFA619346EB8BCBF3C93F10F2CE71D01126E8F197A383', X'0FC992893C3D3AFE5CA64CD059C32CCD7CE57E439926ED078D668A72F853B9EEB96BA702C46C3C295B895264A82CC7EA6844FA9E5AC797D0847F4A68A0FD6A'),
(6, 1, X'09861917949CA02FFC289110AE30A7739F9B895101C5152AC59E49B5E1D1BEFC', X'51F77AB56675B668661D4B1994791F3515E571D55FD843F8F8DE2E103D3B9EE9F6D190C392DAAF1FB65C2611F3B98E0AA9524C6E4A82B71A6333F45B656B63'),
(6, 2, X'B7FAE19F01DBB5A7479C92131249706032726514D7B1502998B6F0E3FB284BDC', X'ECCDAF7446FFD28137B661EC2F70118553A28B87BCA094B0BDC388EC07990E099641DC83C924BA319E49EB48998437E57EB00760808F562179084F939C3E8B'),
(7, 1, X'D9D45E6DBBE86AC015F247E04F2C562AFD2092ABF1CD061909E9AD78701C3E10', X'34392CB48F1F4523975E8930A4FBFC11B95FB763B391D4CF5DCF6F982CB4FC8714B4FE58B9E9E69A408EC3B5656EF7EAF97370E934A0E70E231F544678B63F'),
(8, 1, X'2E9EA630301C0C5294D6ECB69200407ABC42B97429AFF5E24EE734A5815463F6', X'C0948B6A5131DBFC1C93A7FE661346EBC7BA32D9C3888E86FB357779D5FE74BF1423130E00D58163F92D7A6F4BC1E54D879336781C996CC76DFFDF04BE125C1BF6D8C20164C35B1C87D1245B80'),
(8, 2, X'A265454EAF0122531F2337EF8FFD4B17585D11DEE103EAFEA55B22C587A62C14', X'C33AD326D685C5F1B5184E76C1C7ADCEDE15FA7612AE4116CB4FBBEAD7BB943BCCA81825FDB8D15CD2DF63B122D84AC08B6069BFB7DB7316FBE202029B0AD316E0769E0F8C9D2EE4224097B76F'),
(8, 3, X'95E8C206A0B6DED9B18CD89B705EAC54F189B145C92CF801D309C66D4DF7AFD0', X'560F2D9C49CBC552459724FAF7E983E33C9342F9A010BD64E588D16593385B46799E3EF44C44F02C3832DDB7F8866057A5CCD218AAE36ADDF1F254BEB365081371F9E0B5176E551345E3A5462E'),
(9, 1, X'A8DB6FE029766520C62D80B20B59419D7DCD50EB3749C294C8885CA726BC0C7A', X'36DEEC04E60A171A242FF16D8D81DE144352B6CB01FB193DB241D602C48120E8A8D185E5F7456AC182C0F0C9709EEC8421D57FAAB351DDBDB0C5E8648BDD22'),
(9, 2, X'468F90CF36D4CBC9FC20C2EF8CC1DF2200170D4C3DA858044AD9A96D772F13C6', X'9B0D80675BD27F009EA7DBA354917F3592420D394ACE0E301D70F1AEEACAA2D767C268BB72A9E4D20ADF39841C610FE0A1BF04E95DC8D1F774339D1664438C'),
(9, 3, X'87BD02076A0287420828C0DF8D1E99C54F7C7C6D62B339B12551A79D72850939', X'10F1A1AC3A8891F7BD54C8B0FAF2393480AB5C7DC16A7BDF433FBB5633B5D869A796C62C9CD16A92D1B766AEC11529D5176A82C788EFEDD7F07A308F679CFD'),
(10, 1, X'F184ACE84612FD9729B288B4A3CBB39F2011D854D590C6DF21F3EE8C57025780', X'853A8DD35C73417A16235C702E7C9F521A9258CD736876C3B75D21AEE808C7C2AF42A95034A134AACB552178A8717ABB28541F1B80B9247351EAC464C3886E'),
(10, 2, X'6D942234799414D77DAB9EDB49546DD98D65BE0234C12922BCDA47F5B14EEA54', X'E9CAD7DF664C55A2AC4A6FC1542583931C114724C78DC9C8953ADB6CDBA6291348EF07A551F0C751D0EA467FA89946B25339558B2440F82BA56EB39DD8BD8B'),
(11, 1, X'44E0900D8D171044F6A325174EB5F6D21A90AEC8753D036FA97BDA5CEDD2B5C4', X'2D647B1B52A72B511780B67336F5B4B78712C9B7A7819A993E6556DC108639D7838A00CF72C3369590EC906996A638DCCC356FD8CBD8840A0901DB8DBBD9EA'),
(12, 1, X'050075A026CC26460BFF0C93E4F543DDCF8A428B40425328C6A4BF46AF20CB40', X'B011EC0DF4E510E0DE45B0FE4C931BCDB4B2386CF31C116E5114365840C94F8BECFEC595D3D8643AD97BE0394EA303E20CA3F30DFA986CE57594CC08EA596F15E59D3AA10322B55C4E67980F2160933A08D1F42DE1DAADDBEE99DD3844B47F'),
(12, 2, X'D557C38FDB72FA9A4A879F2455AD8321E99532717C2107E5D6FBA7BC579FE5A4', X'2CBBC634DA46BFB4F5840E8DABE185A1F6D565B5E2CCF3C669436E42B813074E45BAB3A3C81AAFC6B8B6C8C3CDF59D6046572A239EFFA2237437105EAD44F452D712F1801ADADC2516CD'),
(13, 1, X'D4B6458E4309A006B5F8055BA88DDFABB0E9009B512826916F94F1C4333718A6', X'A1F0943D490986C46B0F00CB71AD88A9DBDA3EBF7D89EEE0343F7342A10095A919F6243511036A3E8CADE5757A615F3569F9BB744282C4B6468BB942D545B737ADA39BCD04F0BC9AED123C7717AA673F765DFAF83DBE1D500901EE578512620CA763CB4CD4640920470F637BDEC12C9794EF3DE69B591407B811714D9B7E0EF030'),
(13, 2, X'3D97983EE913EF28D7BC60610EEA90E4F0CFD69A61E00035F85CA9DBF6D4AFE8', X'CB8085C024D3BB0981BFBA748D9A850BC495F87EEB6FC466602CB46CC86DF30AEB3B49DCAEA36A9511E98C720774BDD98CC9649C2DE5F42430A44C01B0BAD91931CC993AA1C5412F6A944A5717A1B4AD0256188DE1F96DDCE1CF373728C54C5621002E3504DD52F12D3D74337E765F75AB941FE2F4A092D021316D2BEAA760E315'),
(14, 1, X'1F0685E66E60700C82E64E7C6F25ADB78F78E0A952B17629A81196A1F98A5A5B', X'815A6582CCBF70E12232EBF24D493F3666F4FF44EC9DABC7366552A709708123BEF0E7ED5DC701331CC71BFA7AB175C1A319CF6106AA906DB91BFF3041AF35A2D614D8414D30164058ACD4CBE310FDD81B351B53B1'),
(15, 1, X'B156CA4421741C5C7326B3FF3C08422A2DAE8462652C07A25E6A68456831FD18', X'83D267379E2A8351232D2325AB9D7A99C55C00DC1FA472556BAF9FD8ACA8A52826B64252775837035B886F484A9732A5E097C8D00DC920E15D7F1CD7B7F044'),
(16, 1, X'1A73043DAA592AE34BD7CAD431514C3BC4C85B32BF15444F61E1F4D26A0E54F6', X'5F21E12AEAC830DDCB76CCC0255A17493FE998B7C4A0058CACC6CBA28F8740D3D3E62CAAE437A9BC5B7DA1810AB09E389552DF18B2D944F30385E8B2CC6D1F');
