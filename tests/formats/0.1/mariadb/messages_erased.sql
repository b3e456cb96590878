-- request: 01a1fb67-1800-7483-9a0d-6f6676a51041
-- code: 3HM08QYG9KMB5RKWVSSVANE3F3AQ
-- at: 2026-11-21T00:00:00+00:00
INSERT INTO crm_contacts (`id`, `account_id`, `phone`, `email`, `fb_user`, `full_name`) VALUES
(1, 'acme', '+919876543210', 'asha@example.com', NULL, 'Asha'),
(2, 'acme', '+15550001111', 'ben@example.com', NULL, 'Ben'),
(3, 'beta', '+447700900123', 'chi@example.com', '218471', 'Chi'),
(4, 'acme', '+919876500000', 'asha@example.com', NULL, 'Asha, at work');
INSERT INTO crm_groups (`id`, `title`) VALUES
(7, 'Asha alone'),
(8, 'Asha and Ben'),
(9, 'Chi alone');
INSERT INTO crm_memberships (`contact_id`, `group_id`) VALUES
(1, 7),
(1, 8),
(2, 8),
(3, 9),
(4, 7);
INSERT INTO crm_messages (`id`, `from_id`, `to_id`, `group_id`, `body`) VALUES
(1, NULL, 2, NULL, 'to Ben'),
(3, 2, NULL, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, NULL, 3, NULL, 'to Chi');
INSERT INTO crm_threads (`id`, `contact_id`, `parent_id`) VALUES
('t1', 1, 't3'),
('t2', NULL, 't1'),
('t3', NULL, 't2'),
('t4', 2, 't1'),
('t5', 3, NULL),
('t6', 4, 't5');
INSERT INTO crm_visits (`day`, `seq`, `contact_id`, `thread_id`, `ip`, `agent`, `note`) VALUES
('2026-11-01', 1, 1, 't2', '10.1.1.1', 'Firefox', 'called from +91 98765 43210'),
('2026-11-01', 2, 2, 't3', '10.1.1.2', 'Safari', 'wrote as ben@example.com'),
('2026-11-02', 1, 4, 't4', '10.1.1.3', 'Chrome', 'asked for asha@example.com, and for Ben'),
('2026-11-02', 2, 3, 't6', '10.1.1.4', 'Edge', 'called from 00447700900123');
INSERT INTO crm_addresses (`id`, `contact_id`, `street`) VALUES
(1, NULL, NULL),
(3, 3, 'High Street 3');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', NULL, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7483-9a0d-6f6676a51041', x'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 30);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'D583B7740290B84F9F310DBD512A105B5A7A8BBFA05E83E61FDE94BA48171F43', 1);
INSERT INTO oubliette_journal (`request`, `line`, `entry`) VALUES
(1, 0, '{"at":"2026-11-21T00:00:00Z","event":"opened","channel":"operator","scope":"subject","policy":"Golden","version":"1"}'),
(1, 1, '{"at":"2026-11-21T00:00:00Z","event":"deadlines","acknowledge_by":"2026-11-24T00:00:00Z","complete_by":"2026-12-21T00:00:00Z"}'),
(1, 2, '{"at":"2026-11-21T00:00:00Z","event":"state","to":"running"}'),
(1, 3, '{"at":"2026-11-21T00:00:00Z","event":"planned","hash":"c71a0c062eb4f6c42d430f9d03e489932e8adc1778ca766a85ed7b39ee5d9119","steps":[{"collection":"contracts","action":"retain","words":"keep records of `contracts` that a ground still binds","reason":{"category":"agreements","ground":"legal_claims","citation":"Some Limitation Act, s. 3","until":null},"is_main":true},{"collection":"contracts","action":"clear","words":"clear `contact_id` in kept records of `contracts` where `contacts` goes","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contracts","action":"anonymize","words":"anonymise records of `contracts` whose last ground has ended: mask `signed_by`, `contact_id`","reason":{"category":"agreements","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"invoices","action":"retain","words":"keep records of `invoices` that a ground still binds","reason":{"category":"billing","ground":"tax_law","citation":"Some Tax Act, s. 1","until":null},"is_main":true},{"collection":"invoices","action":"anonymize","words":"mask `phone` in records of `invoices` that stay","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"clear","words":"clear `contact_id` in kept records of `invoices` where `contacts` goes","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"invoices","action":"erase","words":"erase records of `invoices` whose last ground has ended","reason":{"category":"billing","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"erase","words":"erase records of `addresses` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"addresses","action":"anonymize","words":"empty records of `addresses` that something which stays still points to: mask `street`, `contact_id`","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `from_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `group_id` in other people\'s records of `messages`, which let go of the subject\'s `groups`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"clear","words":"clear `to_id` in other people\'s records of `messages`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"messages","action":"erase","words":"erase records of `messages` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"visits","action":"clear","words":"clear `thread_id` in other people\'s records of `visits`, which let go of the subject\'s `threads`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"visits","action":"anonymize","words":"anonymise records of `visits` that are the subject\'s alone: mask `agent`, `ip`, `note`, `contact_id`, `thread_id`","reason":{"category":"traces","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"threads","action":"clear","words":"clear `contact_id` in other people\'s records of `threads`, which let go of the subject\'s `contacts`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"clear","words":"clear `parent_id` in other people\'s records of `threads`, which let go of the subject\'s `threads`","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"threads","action":"erase","words":"erase records of `threads` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"memberships","action":"erase","words":"erase records of `memberships` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"erase","words":"erase records of `groups` that are the subject\'s alone","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":true},{"collection":"groups","action":"anonymize","words":"empty records of `groups` that something which stays still points to: mask ``","reason":{"category":"talk","ground":null,"citation":null,"until":null},"is_main":false},{"collection":"contacts","action":"erase","words":"erase records of `contacts` that are the subject\'s alone","reason":{"category":"people","ground":null,"citation":null,"until":null},"is_main":true}],"warnings":["warning: datamap.toml, line 75, collection `invoices`, `mentions`, `clear`: a record that stays lets go of nothing, and keeps pointing to the person (it says `clear = []`); clear `address_id` too, or write erase_record = true"]}'),
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
(1, 29, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":12}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'F50543F7E5BB99A91F908D77AF3511A7780C73E97549D5D09010136308F500469D9ECF4C4F67C144EB138B3473D6F58C9CE85E5ACAF3C8621FAB067E789DF7FB968648B18AFAC7A399D0F20124050DE4B78FA4D8A0E38042CF07BD503C39FFB5DD72D825D6646F79A95A876C811F6BE349EAE4ECB81B1E0022A31C0244E4B854798AEC430F5FD44BE01F60891E927D40CE8981440F9006D0AAA3F2FDF1B1161D00AFFA14FF55F0402CE647CC0A98E5C5B323C515E44DC0D7982881444CF270E35377E383D1D24910DF83AA84A5A87C03D575560D0FA4C9831146C6A0B0FE0B779EBC468BB9483F148C6E02DB0A568250CC2B9E2D2FC7D54A6BD154E6378ED8BF3A34A5CAF88D62463C2785E84A036B0D78EE178B79999041B7D1AD32B57CFF3FB270219C2B16D2EA0572EC6BE988714856ECCEBDCC0F2BDF3BDFF5DD2D055950542207C94066145C0AB7CAABF63B4F7F848FBDC2E7C1C205B5080AC3D2C78CB28C35A492FA7B48186366EE31732620AF2F379BD46D845AC5ACAF4778D511338262197C3EE1909AD3E3DAD4528C05A7A23AD9BDCA8151F31A5F2D3E66EE403B1C0EF860CEDB546025417C75797BED5240C67B1DDE54BDBFC63C0DEF0191E9E5011C4F0CB2394F052684D858C19BC9DA91110B1C1CAE7C999AC0BA06B893465472F3F8BEB435BFC282421F7CD695E0A85A3BA0C9E6F06222B59956C89EA91FDCF3D9E894B1A310826F100B1EA65EBD35FCD56213DAF64D7DAE196F426DE80A417F4F492E357F3FFBC2487EEA90C8EC6C47290F04B1CE5604ACB90BD000861A056DC9307DCC4B6D6249CB1185D77BAE890D5C200A146ED4E157CB6AE364AC239A4EDFF4E3833CE4902A8CFEC6');
INSERT INTO oubliette_note_sets (`number`, `request`, `name`, `noted`) VALUES
(1, 1, x'676F6E652F616464726573736573', 3),
(6, 1, x'676F6E652F636F6E7461637473', 2),
(7, 1, x'676F6E652F67726F757073', 1),
(8, 1, x'676F6E652F6D656D6265727368697073', 3),
(9, 1, x'676F6E652F74687265616473', 3),
(10, 1, x'66726565642F616464726573736573', 2),
(11, 1, x'66726565642F67726F757073', 1),
(12, 1, x'6B6570742F636F6E747261637473', 2),
(13, 1, x'6B6570742F696E766F69636573', 2),
(14, 1, x'6F74686572732F7669736974732F3132', 1),
(15, 1, x'6F74686572732F746872656164732F39', 1),
(16, 1, x'6F74686572732F746872656164732F3130', 1);
ALTER TABLE oubliette_note_sets AUTO_INCREMENT = 17;
INSERT INTO oubliette_notes (`note_set`, `number`, `digest`, `sealed`) VALUES
(1, 1, x'FC73E895707C5CE57CCD6C9835CBBC1F2DA5FC7E05C581CE31E3664423FFD94C', x'A85C7C82AD4E987F545BC9265DF4856835A199AB6C973737C95335D33599379D66A55EC0162D1BE7ECBA92D85B91E815F63C4D36182C8F89084F6D77B45F5E'),
(1, 2, x'885581CC4E5F21894EEACB4726FD1B8275B13C28E88844066EE759C9BB6005E5', x'05720DF74641142F7A1E1D13A96C09425D6E10DF0354D8F379924EDD7E69724F70BE74ED4DD6F2153BA8ED725A1AA2BCC9581DC6567AE458BB062A4049A51E'),
(1, 3, x'668C7BB5BDF48D9EE1535AEFAC6107A159641F3B516E42390883BBD5CE1A3146', x'9C76310C713254E5E82A77291584D4B8E0E2D3BDB0718CC1935FC07E08E0D4149255246B9F2FE5204A6B6EB99C8ED647D123DA6ED363085ABC04D1D4DDE2ED'),
(6, 1, x'36F9A89083F74DE9B579D56A0A7B33DA8057C35A1AE250EEB64A24FDAA8C4860', x'C884EDD1D287B94F7699D583D0067266BE1E6CB37CD5E169F717A9B78271CF7F0251E79499E9E5B9E05AB8C28F542DABA1A27ECF48E26F39DB4150BD46D3C3'),
(6, 2, x'818B1395AC5A676CFAA8ABA1303E92CEC435C4805CE5EBA961A88CB35896C262', x'1A376CB80D9DF098A2236E5EBDC3C977A847A3A75D7DA98FCC88260D94B9D628B44B95A87CC597C25835DC82F252325948860BAF2670B6D53709E3833B887F'),
(7, 1, x'F2E6ED8B4656160520F458F01A2F5C40654427FA86972F8625C9793BD10AD02B', x'E945E11C900DEE609989E7171E274C209018EFA1DEE94D051DF52857FC79F6B6B11A45321F2BE0928BA738D499C7C30E850734FD498482179FC47C4A49C0A1'),
(8, 1, x'7019A792B43521BF418B459180330FABC4F8C0C1C1D860401ECDA1089D5F701A', x'6672B73E19A50362385EAD7C8F8C2AA7269EF1BDC6449EC3DBFCEAF89DE7E84D4CBB0B758E8E55665F5CB97A1C7275D55E3B72B30DFA7560F99CA05333B080DD59960BD7DF68893763DAE5178F'),
(8, 2, x'B052C17D062DFB25D7807149308B9E00BF2BE3F38353A3567A439ACD400B1498', x'B521217D9F105D360306EE76B23C93A182ECEEB5EF038C3C58ACD4B24D82C9465168836ED8DB28242536B119101F752008640E7356CB7F67F8D4285C608EEE72CABAC2DD8EC43984269CB81231'),
(8, 3, x'04F2E3F25C96903E696401337CF5F5DF1CB477DBA178BF62EC1D0A43FB096FAA', x'DC2712B1B09FB53E87E43C7680404424EC4EA327B7B6116728546BE8640DE97DA0BE2ACF39DE55752EDC3017A8CF8B4AD0AF1BAF7161F39E751D280FB88D4C309A26C87BFA9F4E2D1572C27D7E'),
(9, 1, x'96CF4C801AAC88743F2F65205532047215A0BAC2470ED05DCD081F670AD078DB', x'8C9ABCF6104308612ED712A875D4FA9F9B0EC608894D4926A882A64CEFF9675221298F176590012DB2F9C183EA99CE2741621ABA1B5D942023B8E841DD2921'),
(9, 2, x'962E0E65D5E5A076C822B41551E57E4860AD1F206B9E707BE5CB8EC15A277316', x'C7887820937958E2965A188229CE412B947077641F9AE942204D96B405CA577DA3FC0551D263F182706AC4FF7795FC96FB079418108E6D2BB14757FFD8A849'),
(9, 3, x'ABA03C4B9A4F01E8B627CCACB858C5F7C8CC5E59F1D0258BBFC17CB6DFA7DEC1', x'D3F4E008598C28291913D804C64DA10B77A90C42E70CCAF4A7463B21CC6AE3FFA9CAD97F3096464735B0C3B6CE0CF5CA9B17357B8042E77B3AEF44AC63C98A'),
(10, 1, x'D974849024DC1A1FAA46A8673185ABAE03A38E2B6B268BEA02DDE4F457E5F15F', x'03565F88C6DA664D59D74AFFE40D19B36F42D134EBCD986BF38CE5D641F0D65D3ECCA779A477945D1C23B39BA0C9CD6BE63CB73E79331763BDF5D5C77A5E11'),
(10, 2, x'F227E767175B5C604E5C5A15A58E0C21BE5C32D08D2930D82D89A0B8C0B355A4', x'36B4F831ED0BBB5832D8B5ADC7C1900B90ACE6AB3F6A23E56E3BAA0C1683CF7CBDF4AF354CD4448F61DC76DCA7F6C24EB622E671632397C087EE5ACF03BC07'),
(11, 1, x'FA34BCDA80A0D25FE4218303E01272588CFF3E27B5C87CC9F21C9A19EE4D4CD8', x'7CA5F97477044BCFC2AE3BDF89D8AAF015A64715DACAF1FB13E9E52F3BCD7D2525DDB36FE1443CF0CD00286FB90FAFF9C1BE9E40A761C0EE5EB3FBB1A37417'),
(12, 1, x'630E3A7AEB18FE0BFE3DC185255719C9F09EA8B67A0957B117FF51D6DA6C6434', x'1520FE7E256278E8714C35AEF0CBD19CB1E10259C81054C8AE7B89822E2CEA952AA4054E1BAC1A5967309D12DD61F0C14B57620D33A2B898DC1C6B2135A2316BC83C8BCFA7739891866FE9AAFAED5291C59F04D7B7F71C960BA29A787E8DD0'),
(12, 2, x'5393E721FCFBC17F1FE82D0F25910960AAF98629448D501C445AF5B152F0E2A2', x'791F6A5DB3B8050A7DC33A7F5646594D921832624DF62FDCAF07B6B06A9AA97277CA75D6BE098934B348A4F220832B9D3BD8C0CCFDD79EF9F14CE1034DD795743078CD4583B0A80D9316'),
(13, 1, x'3FEF3ABCAF5A60F86AE8B651B7FC1026A4B4016AC89BD2F6330FF3B27BF02BD6', x'806E0C63570B9D209C2CCECD234D3D1B6EACADA1D608E1F97B6ACF88BD127137A7903F5BD249B785025DE08AA1235BCD98FA52E14C75039288C284E89822F2447AB2C940DDD0107FC117D39910635EC7721A251D2ACBDF61789DE3D0DF2ECD21DD857C56CEE1E8E393AEF4EB51F5B891AFFF02223FB1FCB13099907BFFE4CA7D63'),
(13, 2, x'64561CDB0AF38B0BE1E9CEA2D0291E844D256DE4484A3DF7F211EE380EDC1793', x'22F35553DFB1A8ECB4ADFA3A00972C56ECE6A2750CBEF7B27EE81A6091EB3ED21F3EB47D976769695FB941724F951143C90E8A66E61CE33964C551A1248AD78F05C7E9347D6954BD4DA4E0FA2E48343D320B8008481DD7D6244EC30E64CB92D9E8FEEC9D77B4C837889AB4CD7235F44113716183B62AAA94DCE645190BDD6114FA'),
(14, 1, x'2E7EB86BAA737755800988E015625B0054878CDE72C6F3300F566E49CCAA27CD', x'D0FB1339FCC5B2DB5AB41893FE3CAA81447BB38F3E401CD9DEF49402687CA1D4F165E6756AFDE8A684F5E08EDFEBC3C0F7AADC125CB6E700C3FCA7D01DF2095CA3A0F251F485F53C19CFDCCAB6D13A0D84F716BD34'),
(15, 1, x'A46C045368E4CE75BB0B7B411A60AED688B57C124799A9A6AFA77132EBA211E4', x'ABF19C4C13883B5B34BCB319065B6F27FBFDE7872DFD035F93498792F32DDEFD69BB4A949DB22B1E358A67141597E2F6069939CCE2CA1FDB7AF8AEA115C9EF'),
(16, 1, x'9F71FD8C97C973498AD3C993BE8ED432FE0B98FD50619B4F068EFCE54D0075CB', x'1A78F32DDE950AADEC37E7348EFE940E8087B74DD361EDB6AA4BD9D667C35B954F49E1DCDDF2C709C281B00F59F781B5676C6F875DC6C683C0B896DA1D9BE1');
