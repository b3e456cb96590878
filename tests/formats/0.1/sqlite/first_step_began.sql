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
INSERT INTO oubliette_requests (number, id, idempotency, state, due, leased_until, lines) VALUES
(1, '01a1fb67-1800-712b-80f6-6f0fa4c8cf28', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 6);
INSERT INTO oubliette_codes (code, request) VALUES
(X'2CC05C5FDE6B2A34CD710DF176D75E99C6A2C6B86550F7CC9DBBEBFB2F1B08A2', 1);
INSERT INTO oubliette_journal (request, line, entry) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people''s records of `messages`, which let go of the subject''s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people''s records of `messages`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people''s records of `visits`, which let go of the subject''s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject''s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people''s records of `threads`, which let go of the subject''s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people''s records of `threads`, which let go of the subject''s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject''s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject''s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
(1, 4, '{"at":"2026-11-21T00:00:00Z","event":"located","steps":[{"records":2,"until":"2028-06-30","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":"2028-06-30"},"undated":1},{"records":2},{"records":1},{"records":2,"until":"2029-06-30","reason":{"category":"billing","ground":"accounting_law","citation":"Some Companies Act, s. 2","until":"2029-06-30"}},{"records":2},{"records":2},{"records":1},{"records":2,"shells":1},{"records":1},{"records":2},{"records":0},{"records":1},{"records":3},{"records":1},{"records":2},{"records":1},{"records":1},{"records":3},{"records":3},{"records":1},{"records":0},{"records":2}],"identification":{"found":1,"shared":{},"unclear":{},"proposed":{}}}'),
(1, 5, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":0}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'DE4D861400312151262C8FCC7186FA5D321C9D61D390323AE06F2529E9CCF2295416B89934BF7B8D631DF93A9C95971F1970A986145FAD223B188F7530F5EBC1B3EEC109E57D892FA21F94DECC235110505C9BB485BA8EEC0158509B641B9A41AAC4E8B9386F828203C2A4E9B67C522C4FBB3A4CB94E6288F82D4114DADFD969BDC4FD8990B9D020C60A75470F8FE636FDAA273CE74B6F05F1F1FC87735E48418D99C51100257724EF8CC0B6C8B75A262E1EE8DF5A33B292AC27A51894379532552CF1ECEA844E3E8B4DB2540BBF8D58D5DA9FD075546218122742C4EEF44FD5E80B0FFDAAB71D03E943703564BDA9FB6FD623B20EE93BE6017B91954A2483D45F8EBEEF4D8ADAB7ADC029C5FE969DAA90F665A0148D99D2A95C2CD2EDE119F69248AA2AB861629C8E56DA120093D397F12B3AE086B4FC22B1EAEE575EA8E0BFD31E60F658914A4C3CA6287941BEAB323F84C74C381353DB7F981538F8672C868EFD41FF2CF18C2226EE6AC143A35C08F285C7FD42F3EDF964EE5C634CB37D6FCC74BB71A5F9D554560D691FA61BFD2708A6CAF0B8D3F3E33B55676FFCC690CBA385F91AF7F0E029C1B0392ACBFBEE278378FFC7E323B78864BADB5324F612AD26C8D008D1100611EC1DDCFDBB2B391C4E3EBC469831F66906E71935346F7F7A66D1BBF2D0D629C3019644A1B7AFDECD339E5495B264216C1EE8C4A6BD58ABB165258ABEFE0050E7AB89F10587B920F42964399D6ADF202CA0FA87B743A9F19FC4EC1E824CA5327A17B701EE3676D9C069BCB7EBE804DB8C0BD38A00FFD994229D9856BD42683759E412AFD2EBC4273ED703F33748E6ACF14B9CF66DDB05C6CA588827C0D2435851F4DA8E');
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
(1, 1, X'059D19CB95A44082C58387F4E4907482C7D9BB2B6FEBA3A61CB8D719E99C670C', X'8024A4A91B31D73FF578209E909F55EC96C41F5D63B766C93380C0616D67A6A3E13BD3ED986724FD7293B242F405C0C31FDD857D3EF1B2841920B987A739C4'),
(1, 2, X'FFDD76852426688A6C54A80918760B54B4C5067F2618A00816D054278A32B6C7', X'1B6E89BF5FC1CD6F8CE211B6153F85D8DAF8DC4860CF6A74A5161F27157FF714A306F2191DCF79DC9C9F40EE7B8259678E45AED5B3D11A36CF0BB5614E4655'),
(1, 3, X'FDE29EE1379E57BA6894DA131D3A27C06103F44F5D7C5557D1FA0D8B5AB19EA3', X'6EEB59BF109DE6F406F68E7AB3115527D4F4317F1EFD70032F88C85BC4CF3F5647B42376B5004EA2DAD30B73F2D410C2A9D400BC9F926F22F4291869171659'),
(6, 1, X'94797A1B1BB299DE7FD2A10D3EE2167A4A34ED4C4EA0423DA93B389F3D40E99F', X'120247E621CDCC86CE0ADB6CDA210C57ADFB9B0C1A601A2BDC342046EA032C8F1368E586F4FFD9A084AD68AD13EDE66F0012E35DE8B74B808548BF44E8B9CA'),
(6, 2, X'613496785680C4C36E4D6FBE9D2DC423D565E5AE0281163DCF22F0E2A6CC0CDE', X'15BE4424ED83EA30E471C42566B01CA3A3BDACE042512A87059AF6C7F9D0D4B7B8A871BCB34416998003D9995D4D19E487D34B3E40C0E6C012893F6EADBBA1'),
(7, 1, X'0E5D868C12920E6A45746F1B725CFC74C29ED1AF29F7745A5EC9EA0C5B8007EB', X'F79CAFF55A86C61F11A32C30A874EFF5687E56A70EB32F1A9115E47E1D12AE0AC1C809A66C53EDEC65242A7DF918EAC2E2209802601B97B19B9A58BB42B601'),
(8, 1, X'646F9F923A9C2322FA122F487AD0463476DE1FE35879C40A78B3EA1160ABD43C', X'1070FA26FC81E586E00ECF13D9802CFE087DA609AA6DCE9A8F8F5042788833F9603A89124975996F41A1AEE591853D215E26DECE823F7153856D7060B05B0FD78B7501A747E437525E9005E9B2'),
(8, 2, X'21548EBFF04F4B8C2E49618055EDE67AA8A684E98CDD9C8C20DC3611EE74D924', X'1A1D13E1062F49C6976750D3FDF13B9A00E63EA688F045B51610F90B1BDC958C553D39451C0FEB9E1C64AF1A5F3CE78A19D3B01D9947248BDF9B89A241915DC40A356D35F6651BE3CD5BE060FF'),
(8, 3, X'740273608AA26CD53A5AF2CD15137494E130C9B5D4DD6A9664AFE434CE17627B', X'F1ECBCCB4AB585BFD93484CFABE060FAD839CCBE06CE464A2D03F8A5ADBD71D109D76012706111FE470C6DA7845B9EC4D8DE6A68B6E86CA00C086ED86182917062ADC3117B1AE0323C6E26E7B8'),
(9, 1, X'2F8E8A65778B8DDBE7737907921CA8963D1C6846CB5A2102477E1ACECBFB5FBF', X'875FAF49B1C69EC29806ED494EBEF4F6BF9376C8A4C378093A7B1CF678AF5C4180CFEF252AE45D2D854CF4C3AAE42B93E1CE99DD290F8769929C72B5B3CC4A'),
(9, 2, X'8B4FCAA79211F06AE38C228661CCCF53DE5FC97C9FC84B63FB492DD60DDBE422', X'9450AE4212A6530BB54EBE37D481768C20A07F2EFFDF2F1EA131F59EEE77C0A3C34C9DFDFDC3443B0E7B5177C3AC4903D7D3F323FA35C8CFAAD7D699308442'),
(9, 3, X'EABB722DEB92902A11F4735065FEBE01B3E8E27101287ECDF5F456A306609CAB', X'A274C948674B9607F96722501A43BC71207DA530488CD6552BA75538AB49715DD41435441338613A6CAF51B842FD2B4E55E47ED844144AE0C8BA294EE33375'),
(10, 1, X'854BCE6ED02799FA22BD36493065F175968031218C96DFBD1AA663913D210A80', X'29420AA0F7FE2FEDBDF9BF5484760CE7623273CB06B957A1727A6F26A60EF921102A5E51C0E2A165416995E1B88C923CEE92A3E38A7EDF9FCDE9EADB02C813'),
(10, 2, X'F6CE549802C08C9DCD149BEA6B816DB8A18728D12C7ADF909E185826C2FDAFC2', X'71A710D1D9873DF65878B4D8FAE58617F072D6901C59BC0741EECC69E9C02BDFF678FF7C9E901C4A78B8221A53E4A0A35B42BBD0CE913E60D4063DFFBAA6D7'),
(11, 1, X'546443D898BCCBBC27650F8C80331048F05B58BE9E2833D9FBFD275DF5B7299B', X'A8A8561549E88F74B3C3D6655EB97D6BE5827AAE03B28EFDB91E1BA1C1D2095D81281A8BC057CF47677296B8F1EFDEE3A2B436C9E1D456B2C21E267937BCDF'),
(12, 1, X'9503902C0CD4C9377C42C96798EB14E5D23C48EF8CD75217A53A28B00A2E9881', X'4725C5CF7A4C076C423E929954639253FDA2958700620345384D9C9CD6424D3C8042CBCCD4B62BC6FC8593DD476970157BEF97A47DAD850FFEF2F194796ED290AAE294649DEA4BF1EF7931404FB160C5BF758FBCA17E1B11CB554C1405347D'),
(12, 2, X'88F27F7E73A5D84A1C67A00D683B18888C28A2F860C22457EB0F31F47B3229AB', X'92A2289C1DB500B0F4227B3009B5B9456F0C53BE609C977977D9D6276786487600A8AA5B9AA085C9FDAF0C451BD2308873AE9319F878E14F50B9A7C802EBD51D33E3B373AE0E566DFAA1'),
(13, 1, X'CF5113082C143E2577506C274934728BE8E99E6323CACBBC7604C9CF3DC2D298', X'F8C9B6F463ACDDF7E6437DCA549078219743CD76BD7F250E40F26AE77E326C31683582DEDF0E2B0F6E6EE9D64A213199756BE218D91FE7CED8F30009C68A6EDC33686809420EA090CB2E9D425C94F4C9993B2B6C70AB287CFF57348BBC3CAFC49754C8E785BD55A6053DC514DCDA044E03EB60EA5B148454BA68EC42B703776D02'),
(13, 2, X'E01517721750B80461D332B9203ED5E1F6AD08A75E68B1619DE2DD1FBF17A61D', X'2112BA614B80376DBD1763E097BE4B84105250EAE0CEA8E94F2542F968EEE8033E762E383567268E9C97D07E0412FB8CFDC39AC714051FECC34807A745A9576040D9B47D8793A9A00195C83D70C1C58FFE24964D96864DA14A542DA11D94B5AC041A3C506ED90ACFB553EB83AA123DBBCC53F9EA5FE8C7A7FA77FBB92AF335C402'),
(14, 1, X'117ECA5211CE16E603FA0F94275371617251443CE4D52A35FADDB076AEAC59EA', X'BF82E4BB1CC53E1A5EF3F7296F1BA04304DBB38B61273B5090BB296E62278A79F16972F9288AA832A8126E221A98A9F2C667BE34C63669B744F373C3B195FA7EF26B2C854A03514408D59CE7C8881B88E6FB1BEF46'),
(15, 1, X'8C6F54572A21D1489F13EAB6DC3E4DE0CB85E850873ED08CB9F2A0BBDCD8E67D', X'F60049083F25666ED88DDF50ECDA00A096C454B111CA3427A0B26DD1EF26CAA8C8DA3AFAC9934E3CC0D4CA77E15B6B15DB532ED2F44D893378FBBA9C985C1E'),
(16, 1, X'5A6C98C825A9C4A49E6CED75F7DF4138809DE567F08C8F8214ED6EED39DF3993', X'4CCC60B8D32E5C907B1334312552564D8E7559AAE8ADC220514D7EF1EEBB895EA7A9774C5C034FA9493A05B879E446F18E59BF2EE56B5200E93C335F61636A');
