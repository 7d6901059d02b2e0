//! The single-byte encodings: ASCII below, 128 or 96 characters of their own above. The tables are those of the standards.

/// One encoding. Undefined bytes are U+FFFD.
pub struct Charmap {
    /// Its names in lower case, without separators.
    names: &'static [&'static str],
    /// The first byte that is not its own code point.
    first: u8,
    upper: &'static str,
}

/// The encoding of that name, which is in lower case and without separators.
pub fn find(name: &str) -> Option<&'static Charmap> {
    CHARMAPS.iter().find(|charmap| charmap.names.contains(&name))
}

impl Charmap {
    /// The text of `bytes`, or the index of the first byte that is not defined.
    pub fn decode(&self, bytes: &[u8]) -> Result<String, usize> {
        let mut upper = ['\0'; 128];
        for (place, c) in upper[self.first as usize - 128..].iter_mut().zip(self.upper.chars()) {
            *place = c;
        }
        let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
        for (at, &byte) in bytes.iter().enumerate() {
            match byte {
                _ if byte < self.first => text.push(char::from(byte)),
                _ => match upper[byte as usize - 128] {
                    char::REPLACEMENT_CHARACTER => return Err(at),
                    c => text.push(c),
                },
            }
        }
        Ok(text)
    }
}

#[rustfmt::skip]
static CHARMAPS: &[Charmap] = &[
    Charmap {
        names: &["cskoi8r", "koi8r"],
        first: 0x80,
        upper: concat!(
            "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ё╓╔╕╖╗╘╙╚╛╜╝╞╟╠╡Ё╢╣╤╥╦╧╨╩╪╫╬©юабцдефгхийклмнопярстужвьыз",
            "шэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
        ),
    },
    Charmap {
        names: &["koi8u"],
        first: 0x80,
        upper: concat!(
            "─│┌┐└┘├┤┬┴┼▀▄█▌▐░▒▓⌠■∙√≈≤≥\u{a0}⌡°²·÷═║╒ёє╔ії╗╘╙╚╛ґ╝╞╟╠╡ЁЄ╣ІЇ╦╧╨╩╪Ґ╬©юабцдефгхийклмнопярстужвьыз",
            "шэщчъЮАБЦДЕФГХИЙКЛМНОПЯРСТУЖВЬЫЗШЭЩЧЪ",
        ),
    },
    Charmap {
        names: &["437", "cp437", "cspc8codepage437", "ibm437"],
        first: 0x80,
        upper: concat!(
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
            "αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}",
        ),
    },
    Charmap {
        names: &["850", "cp850", "cspc850multilingual", "ibm850"],
        first: 0x80,
        upper: concat!(
            "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀",
            "ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{ad}±‗¾¶§÷¸°¨·¹³²■\u{a0}",
        ),
    },
    Charmap {
        names: &["852", "cp852", "cspcp852", "ibm852"],
        first: 0x80,
        upper: concat!(
            "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀",
            "ÓßÔŃńňŠšŔÚŕŰýÝţ´\u{ad}˝˛ˇ˘§÷¸°¨˙űŘř■\u{a0}",
        ),
    },
    Charmap {
        names: &["855", "cp855", "csibm855", "ibm855"],
        first: 0x80,
        upper: concat!(
            "ђЂѓЃёЁєЄѕЅіІїЇјЈљЉњЊћЋќЌўЎџЏюЮъЪаАбБцЦдДеЕфФгГ«»░▒▓│┤хХиИ╣║╗╝йЙ┐└┴┬├─┼кК╚╔╩╦╠═╬¤лЛмМнНоОп┘┌█▄Пя▀",
            "ЯрРсСтТуУжЖвВьЬ№\u{ad}ыЫзЗшШэЭщЩчЧ§■\u{a0}",
        ),
    },
    Charmap {
        names: &["857", "cp857", "csibm857", "ibm857"],
        first: 0x80,
        upper: concat!(
            "ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ�ÍÎÏ┘┌█▄¦Ì▀",
            "ÓßÔÒõÕµ�×ÚÛÙìÿ¯´\u{ad}±�¾¶§÷¸°¨·¹³²■\u{a0}",
        ),
    },
    Charmap {
        names: &["866", "cp866", "csibm866", "ibm866"],
        first: 0x80,
        upper: concat!(
            "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмноп░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀",
            "рстуфхцчшщъыьэюяЁёЄєЇїЎў°∙·√№¤■\u{a0}",
        ),
    },
    Charmap {
        names: &["874", "cp874", "ms874", "windows874"],
        first: 0x80,
        upper: concat!(
            "€����…�����������‘’“”•–—��������\u{a0}กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึื",
            "\u{e38}\u{e39}\u{e3a}����฿เแโใไๅๆ็\u{e48}\u{e49}\u{e4a}\u{e4b}์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛����",
        ),
    },
    Charmap {
        names: &["1250", "cp1250", "windows1250"],
        first: 0x80,
        upper: concat!(
            "€�‚�„…†‡�‰Š‹ŚŤŽŹ�‘’“”•–—�™š›śťžź\u{a0}ˇ˘Ł¤Ą¦§¨©Ş«¬\u{ad}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐ",
            "Ö×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙",
        ),
    },
    Charmap {
        names: &["1251", "cp1251", "windows1251"],
        first: 0x80,
        upper: concat!(
            "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—�™љ›њќћџ\u{a0}ЎўЈ¤Ґ¦§Ё©Є«¬\u{ad}®Ї°±Ііґµ¶·ё№є»јЅѕїАБВГДЕЖЗИЙКЛМНОПРСТУФХ",
            "ЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
        ),
    },
    Charmap {
        names: &["1252", "cp1252", "windows1252"],
        first: 0x80,
        upper: concat!(
            "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕ",
            "Ö×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ",
        ),
    },
    Charmap {
        names: &["1253", "cp1253", "windows1253"],
        first: 0x80,
        upper: concat!(
            "€�‚ƒ„…†‡�‰�‹�����‘’“”•–—�™�›����\u{a0}΅Ά£¤¥¦§¨©�«¬\u{ad}®―°±²³΄µ¶·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥ",
            "ΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυφχψωϊϋόύώ�",
        ),
    },
    Charmap {
        names: &["1254", "cp1254", "windows1254"],
        first: 0x80,
        upper: concat!(
            "€�‚ƒ„…†‡ˆ‰Š‹Œ����‘’“”•–—˜™š›œ��Ÿ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕ",
            "Ö×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõö÷øùúûüışÿ",
        ),
    },
    Charmap {
        names: &["1255", "cp1255", "windows1255"],
        first: 0x80,
        upper: concat!(
            "€�‚ƒ„…†‡ˆ‰�‹�����‘’“”•–—˜™�›����\u{a0}¡¢£₪¥¦§¨©×«¬\u{ad}®¯°±²³´µ¶·¸¹÷»¼½¾¿\u{5b0}\u{5b1}\u{5b2}",
            "\u{5b3}\u{5b4}\u{5b5}\u{5b6}\u{5b7}\u{5b8}\u{5b9}�\u{5bb}\u{5bc}\u{5bd}־\u{5bf}׀\u{5c1}\u{5c2}׃װ",
            "ױײ׳״�������אבגדהוזחטיךכלםמןנסעףפץצקרשת��\u{200e}\u{200f}�",
        ),
    },
    Charmap {
        names: &["1256", "cp1256", "windows1256"],
        first: 0x80,
        upper: concat!(
            "€پ‚ƒ„…†‡ˆ‰ٹ‹Œچژڈگ‘’“”•–—ک™ڑ›œ\u{200c}\u{200d}ں\u{a0}،¢£¤¥¦§¨©ھ«¬\u{ad}®¯°±²³´µ¶·¸¹؛»¼½¾؟ہءآأؤإئا",
            "بةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىيîï\u{64b}\u{64c}\u{64d}\u{64e}ô\u{64f}\u{650}÷\u{651}ù",
            "\u{652}ûü\u{200e}\u{200f}ے",
        ),
    },
    Charmap {
        names: &["1257", "cp1257", "windows1257"],
        first: 0x80,
        upper: concat!(
            "€�‚�„…†‡�‰�‹�¨ˇ¸�‘’“”•–—�™�›�¯˛�\u{a0}�¢£¤�¦§Ø©Ŗ«¬\u{ad}®Æ°±²³´µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕ",
            "Ö×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõö÷ųłśūüżž˙",
        ),
    },
    Charmap {
        names: &["1258", "cp1258", "windows1258"],
        first: 0x80,
        upper: concat!(
            "€�‚ƒ„…†‡ˆ‰�‹Œ����‘’“”•–—˜™�›œ��Ÿ\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂĂÄÅÆÇÈÉÊË\u{300}ÍÎÏ",
            "ĐÑ\u{309}ÓÔƠÖ×ØÙÚÛÜƯ\u{303}ßàáâăäåæçèéêë\u{301}íîïđñ\u{323}óôơö÷øùúûüư₫ÿ",
        ),
    },
    Charmap {
        names: &["csisolatin2", "iso88592", "iso885921987", "isoir101", "l2", "latin2"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}Ą˘Ł¤ĽŚ§¨ŠŞŤŹ\u{ad}ŽŻ°ą˛ł´ľśˇ¸šşťź˝žżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôő",
            "ö÷řůúűüýţ˙",
        ),
    },
    Charmap {
        names: &["csisolatin3", "iso88593", "iso885931988", "isoir109", "l3", "latin3"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}Ħ˘£¤�Ĥ§¨İŞĞĴ\u{ad}�Ż°ħ²³´µĥ·¸ışğĵ½�żÀÁÂ�ÄĊĈÇÈÉÊËÌÍÎÏ�ÑÒÓÔĠÖ×ĜÙÚÛÜŬŜßàáâ�äċĉçèéêëìíîï�ñòóôġ",
            "ö÷ĝùúûüŭŝ˙",
        ),
    },
    Charmap {
        names: &["csisolatin4", "iso88594", "iso885941988", "isoir110", "l4", "latin4"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}ĄĸŖ¤ĨĻ§¨ŠĒĢŦ\u{ad}Ž¯°ą˛ŗ´ĩļˇ¸šēģŧŊžŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎĪĐŅŌĶÔÕÖ×ØŲÚÛÜŨŪßāáâãäåæįčéęëėíîīđņōķôõ",
            "ö÷øųúûüũū˙",
        ),
    },
    Charmap {
        names: &["csisolatincyrillic", "cyrillic", "iso88595", "iso885951988", "isoir144"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}ЁЂЃЄЅІЇЈЉЊЋЌ\u{ad}ЎЏАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя№ёђѓєѕ",
            "іїјљњћќ§ўџ",
        ),
    },
    Charmap {
        names: &["arabic", "asmo708", "csisolatinarabic", "ecma114", "iso88596", "iso885961987", "isoir127"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}���¤�������،\u{ad}�������������؛���؟�ءآأؤإئابةتثجحخدذرزسشصضطظعغ�����ـفقكلمنهوىي\u{64b}",
            "\u{64c}\u{64d}\u{64e}\u{64f}\u{650}\u{651}\u{652}�������������",
        ),
    },
    Charmap {
        names: &["csisolatingreek", "ecma118", "elot928", "greek", "greek8", "iso88597", "iso885971987", "isoir126"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}‘’£€₯¦§¨©ͺ«¬\u{ad}�―°±²³΄΅Ά·ΈΉΊ»Ό½ΎΏΐΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ�ΣΤΥΦΧΨΩΪΫάέήίΰαβγδεζηθικλμνξοπρςστυ",
            "φχψωϊϋόύώ�",
        ),
    },
    Charmap {
        names: &["csisolatinhebrew", "hebrew", "iso88598", "iso885981988", "iso88598e", "iso88598i", "isoir138"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}�¢£¤¥¦§¨©×«¬\u{ad}®¯°±²³´µ¶·¸¹÷»¼½¾��������������������������������‗אבגדהוזחטיךכלםמןנסעףפץ",
            "צקרשת��\u{200e}\u{200f}�",
        ),
    },
    Charmap {
        names: &["csisolatin5", "iso88599", "iso885991989", "isoir148", "l5", "latin5"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}¡¢£¤¥¦§¨©ª«¬\u{ad}®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏĞÑÒÓÔÕÖ×ØÙÚÛÜİŞßàáâãäåæçèéêëìíîïğñòóôõ",
            "ö÷øùúûüışÿ",
        ),
    },
    Charmap {
        names: &["csisolatin6", "iso885910", "iso8859101992", "isoir157", "l6", "latin6"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}ĄĒĢĪĨĶ§ĻĐŠŦŽ\u{ad}ŪŊ°ąēģīĩķ·ļđšŧž―ūŋĀÁÂÃÄÅÆĮČÉĘËĖÍÎÏÐŅŌÓÔÕÖŨØŲÚÛÜÝÞßāáâãäåæįčéęëėíîïðņōóôõ",
            "öũøųúûüýþĸ",
        ),
    },
    Charmap {
        names: &["iso885911", "iso8859112001", "thai"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึื\u{e38}\u{e39}\u{e3a}����฿เแโใไๅๆ็",
            "\u{e48}\u{e49}\u{e4a}\u{e4b}์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛����",
        ),
    },
    Charmap {
        names: &["iso885913", "l7", "latin7"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}”¢£¤„¦§Ø©Ŗ«¬\u{ad}®Æ°±²³“µ¶·ø¹ŗ»¼½¾æĄĮĀĆÄÅĘĒČÉŹĖĢĶĪĻŠŃŅÓŌÕÖ×ŲŁŚŪÜŻŽßąįāćäåęēčéźėģķīļšńņóōõ",
            "ö÷ųłśūüżž’",
        ),
    },
    Charmap {
        names: &["iso885914", "iso8859141998", "isoceltic", "isoir199", "l8", "latin8"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}Ḃḃ£ĊċḊ§Ẁ©ẂḋỲ\u{ad}®ŸḞḟĠġṀṁ¶ṖẁṗẃṠỳẄẅṡÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏŴÑÒÓÔÕÖṪØÙÚÛÜÝŶßàáâãäåæçèéêëìíîïŵñòóôõ",
            "öṫøùúûüýŷÿ",
        ),
    },
    Charmap {
        names: &["iso885915", "l9", "latin9"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}¡¢£€¥Š§š©ª«¬\u{ad}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõ",
            "ö÷øùúûüýþÿ",
        ),
    },
    Charmap {
        names: &["iso885916", "iso8859162001", "isoir226", "l10", "latin10"],
        first: 0xA0,
        upper: concat!(
            "\u{a0}ĄąŁ€„Š§š©Ș«Ź\u{ad}źŻ°±ČłŽ”¶·žčș»ŒœŸżÀÁÂĂÄĆÆÇÈÉÊËÌÍÎÏĐŃÒÓÔŐÖŚŰÙÚÛÜĘȚßàáâăäćæçèéêëìíîïđńòóôő",
            "öśűùúûüęțÿ",
        ),
    },
    Charmap {
        names: &["macintosh", "macroman"],
        first: 0x80,
        upper: concat!(
            "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄",
            "€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ",
        ),
    },
    Charmap {
        names: &["maccyrillic"],
        first: 0x80,
        upper: concat!(
            "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ†°Ґ£§•¶І®©™Ђђ≠Ѓѓ∞±≤≥іµґЈЄєЇїЉљЊњјЅ¬√ƒ≈∆«»…\u{a0}ЋћЌќѕ–—“”‘’÷„ЎўЏ",
            "џ№Ёёяабвгдежзийклмнопрстуфхцчшщъыьэю€",
        ),
    },
    Charmap {
        names: &["kz1048", "rk1048", "strk10482002"],
        first: 0x80,
        upper: concat!(
            "ЂЃ‚ѓ„…†‡€‰Љ‹ЊҚҺЏђ‘’“”•–—�™љ›њқһџ\u{a0}ҰұӘ¤Ө¦§Ё©Ғ«¬\u{ad}®Ү°±Ііөµ¶·ё№ғ»әҢңүАБВГДЕЖЗИЙКЛМНОПРСТУФХ",
            "ЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
        ),
    },
    Charmap {
        names: &["cp154", "csptcp154", "cyrillicasian", "pt154", "ptcp154"],
        first: 0x80,
        upper: concat!(
            "ҖҒӮғ„…ҶҮҲүҠӢҢҚҺҸҗ‘’“”•–—ҳҷҡӣңқһҹ\u{a0}ЎўЈӨҘҰ§Ё©Ә«¬ӯ®Ҝ°ұІіҙө¶·ё№ә»јҪҫҝАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪ",
            "ЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюя",
        ),
    },
    Charmap {
        names: &["isoir166", "tis620", "tis6200", "tis62025290", "tis62025291"],
        first: 0xA0,
        upper: concat!(
            "�กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮฯะัาำิีึื\u{e38}\u{e39}\u{e3a}����฿เแโใไๅๆ็",
            "\u{e48}\u{e49}\u{e4a}\u{e4b}์ํ๎๏๐๑๒๓๔๕๖๗๘๙๚๛����",
        ),
    },
];

#[cfg(test)]
mod tests {
    use crate::base::codec::charmap::{CHARMAPS, find};

    #[test]
    fn tables_are_whole() {
        for charmap in CHARMAPS {
            assert_eq!(
                charmap.upper.chars().count(),
                256 - charmap.first as usize,
                "{}",
                charmap.names[0]
            );
        }
    }

    #[test]
    fn bytes_are_decoded() {
        let decode = |name: &str, bytes: &[u8]| find(name).expect("known").decode(bytes);
        assert_eq!(decode("koi8r", b"a\xd4"), Ok("aт".to_string()));
        assert_eq!(decode("iso885915", b"\xa4\x80"), Ok("€\u{80}".to_string()));
        assert_eq!(decode("cp1252", b"\x80 \x81"), Err(2));
        assert!(find("utf8").is_none());
    }
}
