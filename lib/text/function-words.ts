/**
 * Function words by language, for telling short texts apart; written from general knowledge of the languages.
 *
 * A word that two languages share (да, bir, o) stands under both or under neither. Kyrgyz forms stand also
 * without ө, ү, ң.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  ru:
    "и в не на что как с со это по но из за к ко у от до то же вы мы я он она они оно бы для о об при " +
    "так его её ее их ему нас вас нам вам меня тебя мне тебе себя себе " +
    "если или ли только уже ещё еще когда где кто чем чтобы есть нет был была было были быть будет будем " +
    "будут все всё всех весь вся ты мой моя мои твой наш наша наши ваш " +
    "очень можно надо нужно нельзя тут там здесь потом сейчас сегодня завтра вчера просто может этот эта " +
    "эти этого этой том тот тоже также даже который которые которая под над перед после без через " +
    "про во почему зачем потому поэтому какой какая какие сколько ну вот ведь пусть пока лучше больше " +
    "хорошо спасибо привет пожалуйста люблю хочу знаю могу раз лет год день человек люди да ага ого ура " +
    "блин круто класс супер капец ха хаха ахах ахаха норм ок ладно конечно красиво красота красивый " +
    "красивая молодец молодцы " +
    "здравствуйте здравствуй поздравляю удачи счастья доброе добрый утро вечер ночи друзья ребята " +
    "девочки пишите звоните номер цена руб рублей подскажите скажите кстати короче типа вообще точно " +
    "правда жизнь",
  ky:
    "жана менен үчүн учун бул ал мен сен сиз биз алар бир эмес экен деп деген болуп болгон болот бар жок " +
    "эле эми дагы гана бирок ошол ушул ошондой ушундай эмне ким кайда качан кантип кандай " +
    "канча боюнча жөнүндө жонундо тууралуу кийин чейин бери мурун азыр абдан аябай эң эн көп коп аз " +
    "керек мүмкүн мумкун өз оз өзү озу анын менин сенин сиздин биздин алардын анан анткени себеби " +
    "эгер болсо турган жаткан жатат турат калды берди келди алды кылып аркылуу катары каршы ар баары " +
    "бардык эч ооба рахмат салам жакшы кел бер ал бол кой кет жүр жур экенин деле го да де же " +
    "мага сага ага бизге силер силерге мында анда ушинтип ошентип кыргыз бала балдар адам адамдар " +
    "керекпи барбы жокпу эмеспи " +
    "макул болуптур саламатсызбы саламатсыздарбы кандайсыз кандайсың кандайсын жакшымын эже эжей байке " +
    "байкелер туугандар мекендештер кутман кут жолу иш жумуш акча издейм берем керектүү барам келем " +
    "билем билбейм айтыңыздарчы айтынызчы телефон баасы",
  kk:
    "және мен сен сіз біз олар бұл ол осы сол бір емес екен деп деген болып болған болады бар жоқ еді " +
    "енді тағы ғана бірақ үшін туралы кейін дейін бері бұрын қазір өте көп керек мүмкін өз өзі оның " +
    "менің " +
    "сенің сіздің біздің олардың қандай қалай қашан қайда не кім неге немесе арқылы ретінде қарсы барлық " +
    "әр ешқандай жатыр тұр отыр қалды берді келді алды болса егер сондықтан өйткені иә рахмет сәлем жақсы",
  uz:
    "ва учун билан бу у мен сен сиз биз улар бир эмас экан деб деган бўлиб бўлган бўлади бор йўқ эди " +
    "энди яна фақат лекин аммо ҳам ҳар шу ўша ҳақида кейин бери олдин ҳозир жуда кўп керак мумкин ўз ўзи " +
    "унинг менинг " +
    "қандай қачон қаерда нима ким нега ёки орқали сифатида қарши барча ҳамма рахмат салом яхши бўлса " +
    "агар чунки",
  en:
    "the of and to in a is that it for was on are as with his they at be this from i have or by one had " +
    "not but what all were when we there can an your which their said if do will each about how up out " +
    "them then she many some so these would other into has more her two like him see time could no make " +
    "than first been its who now people my made over did down only way find use may water long little " +
    "very after words " +
    "called just where most know get through back much before go good new write our me man too any day " +
    "same right look think also around another came come work three must because does part even place " +
    "well such here take why " +
    "help put different away again off went old number great tell men say small every found still " +
    "between name should home big give air line set own under read last never us left end along while " +
    "might next below saw " +
    "something thought both few those always show large often together asked house don't going want " +
    "school important until form food keep feet land side without once animal life enough took four head " +
    "above kind began almost " +
    "am i'm it's you're that's can't he you hi hello thanks thank please yes ok love best really got " +
    "free let need more info call contact email service great",
  tr:
    "ve bir bu da de için ile çok ne o ama gibi daha var yok mi mı mu mü değil ben sen biz siz onlar en " +
    "her şey olarak olan oldu olduğu sonra kadar ki ya veya hem diye bana sana ona beni seni onu bize " +
    "size " +
    "nasıl neden niye nerede kim hangi şimdi bugün yarın dün iyi kötü büyük küçük yeni eski önce içinde " +
    "üzerinde göre ancak fakat çünkü eğer ise bile hiç hep bütün tüm bazı kendi evet hayır teşekkürler " +
    "merhaba lütfen",
  "uz-Latn":
    "va uchun bilan bu u men sen siz biz ular bir emas ekan deb degan bo'lib bo'lgan bo'ladi bo‘lib " +
    "bo‘lgan bo‘ladi boʻlib boʻlgan boʻladi bor yo'q yo‘q yoʻq edi endi yana faqat lekin ammo ham har " +
    "shu o'sha haqida keyin oldin " +
    "hozir juda ko'p ko‘p koʻp kerak mumkin o'z o‘z oʻz o'zi uning mening qanday qachon qayerda nima kim " +
    "nega yoki orqali sifatida qarshi barcha hamma rahmat salom yaxshi agar chunki qildi qilish dedi ning",
};
