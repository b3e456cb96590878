-- request: 01a1fb67-1800-7493-95db-0d0faa94d26c
-- code: 5HJ6H2NJTF45BW0GJGRQ5MNT839X
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
(1, 1, 2, NULL, 'to Ben'),
(2, 1, 4, NULL, 'to herself'),
(3, 2, 1, NULL, 'from Ben'),
(4, 2, 2, NULL, 'Ben\'s own'),
(5, NULL, NULL, 7, 'of her group'),
(6, NULL, NULL, 8, 'of a shared group'),
(7, 3, 3, NULL, 'Chi\'s own'),
(8, 1, 3, NULL, 'to Chi'),
(9, 4, NULL, NULL, 'to nobody');
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
(1, 1, 'Main Street 1'),
(2, 1, 'Side Street 2'),
(3, 3, 'High Street 3'),
(4, 4, 'Work');
INSERT INTO crm_invoices (`id`, `contact_id`, `address_id`, `issued`, `paid`, `phone`, `total`) VALUES
('00000000-0000-4000-8000-000000000001', NULL, 1, '2026-01-05', '2026-02-07', NULL, 100),
('00000000-0000-4000-8000-000000000002', 1, 2, '2012-01-05', '2012-02-07', '+919876543210', 200),
('00000000-0000-4000-8000-000000000003', 3, 3, '2025-03-01', '2025-03-02', '+447700900123', 300),
('00000000-0000-4000-8000-000000000004', 4, NULL, '2023-05-01', '2024-12-01', NULL, 400);
INSERT INTO crm_contracts (`id`, `contact_id`, `ended`, `signed_by`) VALUES
(1, NULL, '2025-06-30', 'Asha'),
(2, NULL, NULL, 'Asha'),
(3, 3, '2026-06-30', 'Chi'),
(4, NULL, '2015-06-30', NULL);
INSERT INTO oubliette_migrations (`number`) VALUES
(1);
INSERT INTO oubliette_requests (`number`, `id`, `idempotency`, `state`, `due`, `leased_until`, `lines`) VALUES
(1, '01a1fb67-1800-7493-95db-0d0faa94d26c', x'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 16);
ALTER TABLE oubliette_requests AUTO_INCREMENT = 2;
INSERT INTO oubliette_codes (`code`, `request`) VALUES
(x'585D4F9695B16EA66F146DDFF2BC87DDA4239BB106D548664E44C5FC62B505AB', 1);
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
(1, 15, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":5}');
INSERT INTO oubliette_sealed (`request`, `content`) VALUES
(1, x'EB6E4600D37A80514B61AB185FEFA6D7FBDE0464DE3561866611891847A725283639168E88FFE877A6EBDCD92EC092D80DC189D20165B984520D38FBE0AF96FD44E2F454F1BE7FBD582EE5F1CCE5D34E636B63B5DED22336018346B95A32C8EAEC1F2D30815DC8CA73C2EF50C08613D966E3FA671489E6EF55F9BEF651D55E561ECD6E471CB29F82E3D7B42591B9C17E0A96B2C3C8F7A82FE31A4307EC08817E9E8831CE6E2F7E6A85E65D8EF08CB4C9FC22B6DBB1A1E768E2F3AE2C76E487FE5645E1D507F7D89C3F4DD153D64C61EB629F58006ADE5BA7235FDA49849FA767180BCF978843D79539CB61504080EBF1BECB9B54034A7377C68C586232BE1774B58C6E36D30FA9CAFCEF4BF34C64191AE9E7CE5D8D8E46B88934F9027494B0EBC6ABB0576596C9E1D90446B9C85E11A95944F088453787FDF17932E7509A6D1BCDBFD4013A2A1714681846F42B11ECA5B43CC51AD8E9DFCBB51E4BFBC5A45B143AAAEBA84D9920F16E8B44154E0B21933616E8E634CF00889CB38772C8D7440254CC2D4477754C015C04183BDEA7E15805D0650D41819CCCF8AE3F2D79F565AE100A5A832EC0F856DDC5415FB3464EC9B8B3E53C14E6A488F96BE4C21D6D8A18C4250BEC1A82FC23B3094795D957AEA761FB5AE70898D864923496C63A213A34F40358128C215D3469A8E7C242CA265E8582AC99056280A727A30ACDDD70F30A1DA9935FAAB3C8BAC02FA357B9D262449944F22863CFD126CB02264C2B80A8E64C515F4641B3743F00ACE41E06D4F148084CBE10C66D37CB8109B9BAA621E8E5D7527CBF3EB56E7BF59BDB6B7F9AD7459C521A555F5DA7D754F0F11CC4365D6B4705AB3A7C32EDA967FEE9');
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
(1, 1, x'A8219FFF776460257858E7ECA47282F1965B279707472ED90C320B1B87537DB1', x'9F8E8682E8869FAFD5EF8094584142991A248F5D4605C5E0061779AE29EF1D5624D201E6074216679F653824DF0E79991FDB4661176E5EF3DBAF586A123889'),
(1, 2, x'B4F85D2F8C8BDBF1C0463CB345CB84528EEEBDE82B81A4CC131F2E433555FF8F', x'F5968659E77939C0C73A0DDD9EAEEF1BCBC49FF8F1DFC4B22AE36CBB1067CCE18FBC10F7C20C53C7BF7225266D9E2AB94B8E70C219CCCA02B6E930BBA1E494'),
(1, 3, x'C89073E26BA24CF91369D7956C6584407D5F89236447085CCE8939E38BE44CC6', x'A57F397353BF32990E942FBC1F03EFD77FEC931CAB9D1AFF72F48B709266C52C252B030313228B8B2CA41FFA35F01953986A036B871FBBE987649610DF550F'),
(6, 1, x'15B8857418A900AE52589C8C90BB7EAB8894A39D6263B230036258B6A8458871', x'BAA83DE4C6D6F4AB413F2F3500310C0DBF1D2E51C38C9387C760FCEF2FED5659451A3E1D19D759A6064BD1804B9D30D92293471BA64CBDD037A32077EF1B69'),
(6, 2, x'55513DDA6CE2EC34BE2813509823895FB606D47674B73B70B693DDFB8F277F27', x'43315F10093C36DE1D7396CFA2164D755A2DE8D5A0DEAA64AB36DFA29FA7B476C1904C3E3780C71B4A26D4A99281E5A93A901DE1696A0740FB7F7E88293DB7'),
(7, 1, x'C6BEADB459F9D4992A6CD25406E9D6B20DE1D5D0A1ED99940A6E5E63AAFA32ED', x'82364293D82ECC83536174227118955B269E860A59E5F61DC9031EDA011ECB050AAEE815EB8E6F98D485FB7D3DB000369BFB9756A850CA451A1E2DFAD575D5'),
(8, 1, x'612645D88E2F4A76AB1BBED3FA2C3A365A022A9F25A36D5BFE6ADE379F8288C1', x'A6C4EACF32A04C0BCAD058BE04D1AF1B47BA2BFFA6E010A5EF6AFDC309AEAEFDE7197658580A10A52D8A5D15EBD1181E80489F39F0957EB0AD1E6F89059993AD2304E91364FFFE136F3247E81C'),
(8, 2, x'84C3B089D4D71A6456DD63E53D0D3D6B4E1C05BF27888327D62865BB142927D5', x'FC313B62C0EC98F4970069490AFF9C03E5A8EFB2D522DC0BE6EE8860B14AFFB1BCA0DA694C07DDCF51AB9140AA460AFBFA7DCBC7550AA80726BDA23593E3932608891EE6FAC0FA5C7CD18C7E26'),
(8, 3, x'12BDC667AF9FD413CC0AF0F6971B078D60CFEB3C55AD602289343227B1E00519', x'4AD365C6CF4562FBA4DEA9B218F7A3DAE6AA5C170C8076A0EA7CAB3649A054AA54BACCAEAC1F978FFA98C472B9DB01962B6FE52489A6A04ADE7BEE2282EDFACC393A573208E9822EF92BE465D2'),
(9, 1, x'79EB1992789D81BA9B3577D1837974D558E1726651A47E0D6C9DB3C20BE3EC40', x'9F89BE47A252E860B420D89A44561BA9C09E6BAC3278602B5F21F470D7B0B7472CE0405B9F5D975B813FE74B521CD9A764C016F0235724FEA894EBA8B7B895'),
(9, 2, x'A4C5BBFD0842CDD3A42B34B4D80FCA4FEEAF3D56D5541B94FE9FB83C33E0C6C7', x'F3B26928B7EB7F3F471032A5107F9FC13CDCF445932A3C1B54BE5C954984321252E84EA18F9818791D48BAE7349A9521AEA1EE269889F7C330BBF6641014A6'),
(9, 3, x'373F3FB8BF9A930DBC438173A3F887B47E64520A16959EE29C3E73C769BE8509', x'B38B9CE12131B532D39B9017D2A4501F8EB6F38278996D3B4391326C6F604881BE2BC1471F712FBD0E417F66710574F66DBE1502879D30586A6A0805A82B99'),
(10, 1, x'5E6C19F782465A737535BC5475EFE00517E29EB6EFD4B2F566082BD0668D7613', x'69CA93B4E0D6C2D6CD0348417515F7C519F4F367544567807416EBCC2815399E12440B98545689A79D1B1D8665761BAA0BDFD937834F1CC78010F5B6FBF6BA'),
(10, 2, x'AF3C3EDB34CC50032CE0B05B024F66E643190965E01D852D13DFFB9A6E6EAB42', x'778E583F6E255AE6DEAC8488512A61233BC2781A2A3E2970B8D73EE5834E724459DE1D3F793EC338016FFFC1724003DC37F81D8324C8B80CFB670C554BD9E6'),
(11, 1, x'B4486640E99691AEE673B434CB84192A63044A43DFF8FA8E610E49AF25A09FCB', x'24FA846D9BE3049AF435431950EE317F35EB57DDB0C3C2D1914AD87DEA2CE3BD2F8C7F00B482E877BA8CEE77DBEACC7992A758BC8B6D86862A0B5903FA466B'),
(12, 1, x'FB8EC84F5A2E1C425F153C202B85D040C7A548CFCF899C84EE19C24C07199D53', x'F6CF60CED8984DE6644BA5F9A503A16818A7126E24CB6500B5D5BAF78B264D793CD23400E6E0AEE47E14041259C514321A305FA5553DC18ACA11DE6A01D2127E1B6F110E6F80936822F26CA0ED500FC8E1D7526A7A9C2A83B42FE7AE5DA87C'),
(12, 2, x'8D9F320180CF4067B3BE6593F4325CD4E2169F8E7E0637998FE24394958CFB1D', x'4AB3F2DB5EE676A4BA799C51FA49867DC44777867A2D97A1CB8EAEB72D64967C439EAC2F41466684CA49AC6BD9F207642018880530A842FE36BCE82722491C35470B5877116B387DCDD2'),
(13, 1, x'9C09442807EA0DAA288788F805562C867B9585780991E874DB3A6288DC203C0F', x'CE4B69523277DD633B40956BE7EB84D99B00DD7932E1F42FFF5BAC16C0D844A86E1DE11DEE72DD72CA5EF53393995E1F58CF8923086BCF10D1CD4ACDB9CAEA9721D87DEF9CB4FCB5A8FA316EF27C43BC7F0B853E2F1FF3FE8B7F7A0DB2735EE6BAE6A74D63FD020F85FBEB949064C1624ACDAD2DA3FF4E8C4822EF3D56DE6983F0'),
(13, 2, x'B9F62A469AD964B841FB7CFB5EF8DF8E662D85254DDA8C11162E4AE1D64DEC64', x'BD6F175CCA122CF043DCEABCA0344C02F8F47078B50DDEAFD420ADC7EDC8BA603056414F4F5BEFED93429326AE6FA12C636EC819CA9378E539D5A46A452886237E52D82A8DB2B53D25F063668D6FF0DDD73E01B2D7DA20F9BC4B95755D72444231B670A18D8C2D6E4C6EACAED9FD33D9D728D9E7297FB2F75013C3D4D9F07E2DD3'),
(14, 1, x'3D75A9AFD6E149C51EB02118661D3844873AC1A833FD2C793480D3863029373D', x'F9554B3BA8CB502BF94BD6F54C745BCF832A20EFB84748EBCFA871DF5CBB3FDBF3FF427A8679CDF3A2512E9D308495998F032A0B7F1DF5D85D4BAA5CB4325E5EE52B6A2A65E40FA21FD8510AD4A1E1062D9526C5BC'),
(15, 1, x'0E305789991C503CCFCB1DDEFDA2D664EEE51BE51A64AB54185D59441F3D7D42', x'450BF33ED50FDD66D486C703766C98061D411D604C7BFE2C32F0C35F98AFBB89E0F5AFA2E54071B3B0A6978335CA007F203B1B8FFF1B193081EE1CBDB8FFC6'),
(16, 1, x'74C015AE248C1957CCDB20DD72545E09ADBE95ABA9211480EB7DB59AF9B210BC', x'157BF4BE02C9BC2E025EC77C147216108C5A72ED518A5B40E44F9DD66201C147CD061C1747AF5F670D309A40FAC43D0DE42E121B64031E64EB4662C62890F7');
