-- request: 01a1fb67-1800-749d-b9b9-70af8840d81d
-- code: 0423D4VFM8X4CT9TAFJMSCYXDM2K
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
(1, NULL, 'Main Street 1'),
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
(1, '01a1fb67-1800-749d-b9b9-70af8840d81d', X'E4B1DB6E15E9C48825E85EDADAE3A6F69D592BF2E31A02B12F1C95E8188F8D57', 'running', 1795220100000, 1795220100000, 22);
INSERT INTO oubliette_codes (code, request) VALUES
(X'32FBCDDC6986288C4FB0867D698352B1111826F38643BCEA14F65C16AD5C1ECF', 1);
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
(1, 21, '{"at":"2026-11-21T00:00:00Z","event":"step_began","step":8}');
INSERT INTO oubliette_sealed (request, content) VALUES
(1, X'14B5399DE3393A679C3CE4CCACFE97C0B329265656B85C06E7D0AC68B22B9B3810DBAF2C6ED43DC2E3ADDB98B6A81D7657CB070706DDDA06AB58389724BBF14C63A8D1708192508EE40D918DB4AF2495ADBBF2BFA013B15C9E44D982C7385EA24AF73267089A59F2534B1961000679AE94E6BEBE4A12956EE97A0A3391731812727D7E02A433E575BCDC72DB4478F1D61FB72C103465A29F999FC5DE6601ED92E9BB67EEEB79D4213F35C8577426CF83C854B4ED23DE6471E78120A0F40811C7990AD59BA7A0A9AC3AA4E9252CDBD6601AB3F42AE237B66C697EA4168A0FE721BCEC0B46219CB9A61ED0B236F322C562EB8EB541B4EDAC23BA29395C8B1B401A286C5983116A7E5A190930CDEABA6E8EDDAF83EA8055562291D7F17794DA597C15C017217CF3082CA2D97EFAAC047598947E4A32E4D9721A597F3D79F0F0CE2403DFD86674AA73D00E9E52EA85B6CF91E64A0FF8A6D6A4919EA7AA0B8E64C1F87E60B765D37784292C61D6F9750D9BF528583B584E5E5936D92D2204B67E9AF24430DD50AC2A3992F8469BE6B08453A53E67744C02FE52803B7D9AB9B71B2ADD7683B6DD22C7F169FB4D8D33055098AE5171D40E7912D637A878D6B18A197BB76B2C520F293FF9AC88C229B68BF04C3AD132C615B5DE8673E2E197B077DDF83C4060110DFF8484112C1449CAE73DF0FB8559797C879C993EE3925E9796BC7204CFE2B2FECEA597D6D778B7C2C896C61B42570B7BCF38DABE6195240D869965BADF84C4E9940E00244EF019854D9AA1A51E61BBE4C5450BF5F7F13B59ADC215B1C56F7534EA955E25456527AFE62AF7E80CFC2601E33ACECAED97BA2CCE16B29A29417EB8A2E5EE95DC6C44');
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
(1, 1, X'15DA36CF6F7A8A2B1BE23860B8D836625F4B82D337AC56E967FBC0ACA96A4E7B', X'B5C059189BBFD0FB799F8C14A57B608DE701A99A86FE6689413587DE91879C133B3907911121D0B3B2444555A827FCC248C80DF14C5EA5F9FDA7C80C60FFC0'),
(1, 2, X'1B2EC00ABC63A3B5EB224AE86192B0338952D1CE752BC0455D1F79DEE292F06A', X'D22FDE368CF23F6B645B007D2F7E6128D0DF2250EC5368E3B29C3009B75C7FFE5DE65B57233E76446CC55A274327CF21810D4D7932301B740D96121D30CA07'),
(1, 3, X'2288B55E4C49358BA69DE4AD438321EB1B6051AC921EC16A846F9A854C4023A3', X'64EDC17E8628DB7ADE92A267C96C58B7EC550ED394AA8A6C799226E096D71A90D9C444DDE32FBC2EB12842461BD72AF1F09D7A346AF04430B9775A4BFBEE89'),
(6, 1, X'3C99F1EF6C699ECF681DB9A27B8053E297A886445738E4D5AFCAC340B2FDD1BA', X'D42D3FBD4E5498098B58C7D5536E885B5562968691F738C47F918CA47EEB11A87698695B5156CB292135F4AE8C47D79F46C33E59AC77FFAAE46CDE9926D45D'),
(6, 2, X'1662144E273EEDBC1FB5E8064E717048FA4C182EE4373C91EB89B9160F183323', X'1E98E62D2F52B93474F0DDF9CF8913461315DD99BD101EA3E17B67B8EF8F4781E3F3120105A0D952DD242A977C7D8B4B1E6BE4F04BB759B8702DD9BA97D4B0'),
(7, 1, X'56A0EB3F89DE35D86F6E7EC5FD8AB92B6F5574382607C7DB4D827FFD66590A40', X'619316D1FA48219B1D1DD20CFA2EC7B67B7B76F66CE1EB8ACBB2C7AAF4AB69CF5D03B8676729E912E5A254DE357792A7365FB88A4967AAF6475840778E1AE5'),
(8, 1, X'3F2E06327372789CBC8C8A0763F6479C3571B30C38F9338FF5C221740C739CEF', X'B2804FF11CE9ECC93C32A40236B68344564CA14D3765E2DB69FE8FBC13E48FA6335E3C62D8AD2272C62A862CEC573958AAE2A635D3682C78511049C095982A9DFBB2F8F6F8383D2F7239E709D8'),
(8, 2, X'6BBBEA7DE4563CDA80171C2A5614B7FC762A4AEC145DAD871E6D3D5CB5D851A2', X'070C0B886BDCBFE94D23C83A79F6FA79CC03B9DFB7C930247F192588D028106D4F155692C6F4B3EBD8B40C762E878D6B79F0FA31098912073D8A06D6A33B347E77BC242F647DAC1B1456D39588'),
(8, 3, X'C42B46A4D4DB4ECE45A8198C307AC43657ED59D528FDCB029C3AC868559594C7', X'1A05B56FBEBC7BE746AB744428A9BC1CEFAD51B310E121C887ACCED6619423FAD6AB567848873279562A5497A9EEB4708E8AEA61285B5C061649253B7A3BC2605272DC4D05832C343A133E6AEF'),
(9, 1, X'39590AB55CEE525DB86621EF61D92A0E3C71EE6F865FC15627B9164B6515B41B', X'54E9DF985D38E90E44C185DDE62943C3B886D4ADCD2A8A86162ADA021083E59398A1D37BD226367261CC1D5DE7AF299FCC2CEF49199E17D7F283EAC5CD0ECF'),
(9, 2, X'4F523A3F5613D4C19346116AC746E754EE2015509A1F018D10EC727F53C2F3F3', X'4A0FD4B04D073D860BE2ECF1EAD3CF2B97DF808E4B1EA800F37644FF8C477545F179B237C74F4EDCA0D2FA77748AC3B3F83B0D1D08EBE3A4544E76173126C1'),
(9, 3, X'878430DC509A5034500C2F13816914643BB409CA0F6F16AD3C4ED09A5FAD6A57', X'7AED11409DEB1ECECE9ABD45A8B2569479A01AFB5A9AC30DE7C04F772758FD28E3CA11FE3EF84C0EAB18B220BCF393DC8D1CA111A051B329D39DA31B0C56E2'),
(10, 1, X'6AA11A5754A9840A9D3E95C973A5B514E74871669E9BB28147160EF3B120F354', X'C0FF8619B780360DE68A7A31BDBC56788B146C9DF0399DF6ED5171475DA84ABF13A0439FA84751A2E37ECCA36143BC122EB3773A2EE62EB7A775403585E592'),
(10, 2, X'1A70B7F1AEB4C33A060B00953D0454C5CCE75F8A27CA7708847A4D0F4ADE98D2', X'FF32739A77165713AD40C199AFE7089C8DBE491399B35285F66D48C639836A6B6752603455113DC60918D01ABB76D4C4EEB36DA63A7BD41E508B5683F0A073'),
(11, 1, X'49D1EF2DDB250D1C7CF66A9D93B9B5F85BF0B01F7BBE40A60EB6287AD7F903B3', X'368FBDCFF9CF35919862C0BC479A56F3A3AD4B72EA6BB0856C754C628C0BB465F4CE697827F9C55B90896360AAEF365C3B3188E609D896509FE282E2C3FAC0'),
(12, 1, X'7EF7666FF8503E650E7D35963C157D1CDF2400B02509324821BE650E255B8711', X'6A59FBD96215060643D5281D3CCC6EBFAE57B101FF2837410DAFFD86443DF8D40844C5728ABA0BA78CD8CA6F8C519571FB894B1D4384D80AA40EFF79E3B39D17D8BBAD361B62F2D362FD119AB7A39A1B7CBB3892E380BD816BEF5AD79F181E'),
(12, 2, X'31C7E509B5AFF2171B57A70CC4F702E982D691FF958EFC59703CCB5F1F8A454A', X'3B2CF0F3BB9AB4263C9F3C46233D2250AE22DE8A8BB6ABD036417F6C132F2DAAAC084C24C3A8D0D7AC6D47D86D68972C5A46E190A5AD7343456C5E77B4C3822EA5B1ED6D70902CEA20BD'),
(13, 1, X'2D5583F37135E2EE0DC16C35E9F1418AA6F5399E6E9872119B8AEDF56D10002D', X'72DF7ED36E4E5E3F8816472B1F27478E03F8BF40F51E8C552314D27D2F0027D4FD9D29031EF0E7A858C559FE8877B96339CEA5CC79578126FD09A727B813E296538189DEAC1E35E738B3AA1ACD04F107F748E8624F63029828A81B6B895B7048F9CC68CB309BBB548F79D35977AC2D5D81D107954C939AB1F218FC901F01446C63'),
(13, 2, X'A953625875F65F735D72914D5A8FEA94159A5633F6986301EB93316E44ACA39C', X'933E13BD12CDA54A022B6B3FDA09BE91ABC9A3B6DE7659B078AEDB79B0B98BDEC5BC61CE3A63CFEFC5F0D1B61EF93E614A1E6F620773BF89C4EEBAFEA2819AF20A7157B44CCCFC41D915371338F1CD877A3A1EEF0AAA8F42BDC5BA69950C804AA11DA34379A2128BE04A45C18C6F4E32A37E8BFFF6339F8FC1F85E02F14EE077AF'),
(14, 1, X'930B315CFFE431F35E0E6E17032C81D46B4512D435F089823596BE6C04F96A7A', X'2BBAC69B608E72CE92CBD6210710234F72ACF0151E85FC49F974C04BE73A10EFD06F6889F6D2FCB504D188F3367232E619D00DA4DF00A0B2134C4EBAD1555C0BD15C87A40D0AA9A520748D9A991AFE2DD5AC9FC541'),
(15, 1, X'CC0B392400335DEF12FDFB95C9DF40BD20F6BD17727D524834EB6DB4F5FE9BF2', X'DE500AA865E91DA09E4E76A8C5AD5585CE9E9336ABCE02E270CA736F46725B147FECD8A954E87C870BC16DCF0DC00B244568C84A1CD48A7DE9C96E663011E9'),
(16, 1, X'4DAB1DD2CE4E2A35A554EF16C3A304A1A99E9B8F207888131F3676E5AEFF9B77', X'B88208845DBFC63DB08590A8FE6AE704782EA6901546BD07385F71C069F2E4CED87ED80197DDC5A3B7E8D06E330B992BF7A969C1126B9C2BE5B6336572A374');
