/**
 * Words of the sample board in other languages, by their English: a machine's drafts, and marked
 * so.
 */
export const TONGUES: Record<string, Record<string, string>> = {
  ar: {
    'Community survey, March 2021': 'استطلاع للسكان، مارس 2021',
    'The mentoring scheme': 'برنامج الإرشاد',
    'Mosaic Community Trust': 'Mosaic Community Trust',
    'Residents’ concerns go to a round table of Mosaic, the police and the council every three months. Here is what was said, what was done, and what was not.':
      'كل ثلاثة أشهر يصل ما يقلق السكان إلى مائدة مستديرة تجمع Mosaic والشرطة والمجلس. هنا ما قيل، وما أُنجز، وما لم يُنجز.',
    'Mosaic Community Trust, the Metropolitan Police Service and Westminster City Council.':
      'Mosaic Community Trust، وشرطة العاصمة (Metropolitan Police Service)، ومجلس مدينة وستمنستر (Westminster City Council).',
    'We speak with and for Black, Asian and minority ethnic residents of Westminster.':
      'نتكلم مع سكان وستمنستر السود والآسيويين وأبناء الأقليات العرقية، ونتكلم باسمهم.',
    'Talk to any Mosaic advocate, or come to the monthly police workshop.':
      'تحدثوا إلى أي من مناصري Mosaic، أو تعالوا إلى ورشة الشرطة الشهرية.',
    'Weekdays, 10am to 4pm.': 'من الاثنين إلى الجمعة، من 10 صباحاً إلى 4 عصراً.',
    'Mosaic is a charity. It brings residents, the police and the council to one table. Each says what it will do, and what it did.':
      'Mosaic جمعية خيرية. تجمع السكان والشرطة والمجلس حول مائدة واحدة. كل طرف يقول ما سيفعله، وما فعله.',
    'You can complain about the police to the Independent Office for Police Conduct. You can complain about the council on its own website, and then to the Ombudsman.':
      'يمكنكم تقديم شكوى ضد الشرطة إلى المكتب المستقل لسلوك الشرطة (Independent Office for Police Conduct). ويمكنكم تقديم شكوى ضد المجلس على موقعه، ثم إلى أمين المظالم (Ombudsman).',
    Mosaic: 'Mosaic',
    'the council': 'المجلس',
    'the police': 'الشرطة',
    'Stop and search': 'الإيقاف والتفتيش',
    'Trust in the police': 'الثقة بالشرطة',
    'Where we live': 'حيث نسكن',
    'Women’s safety': 'سلامة النساء',
    'Young people': 'الشباب',
    'All of Westminster': 'كل وستمنستر',
    'Church Street': 'Church Street',
    'Bring back police hubs, so we can reach the police in our own community.':
      'أعيدوا مراكز الشرطة المحلية، حتى نستطيع الوصول إلى الشرطة في مجتمعنا.',
    'The council has no building for a police hub that people can reach, and no money for one this year.\nThe police were not at that round table. We will ask them as well.\nUntil then, officers come to the workshop every month.':
      'ليس لدى المجلس مبنى لمركز شرطة يستطيع الناس الوصول إليه، ولا مال لذلك هذه السنة.\nلم تحضر الشرطة تلك المائدة المستديرة. سنسألها أيضاً.\nحتى ذلك الحين، يأتي ضباط إلى الورشة كل شهر.',
    'Say if the council has a building for a police hub': 'القول هل لدى المجلس مبنى لمركز شرطة',
    'Raised by people in the mentoring scheme.': 'طرحه مشاركون في برنامج الإرشاد.',
    'The round table asked the council if it has a building for a hub.':
      'سألت المائدة المستديرة المجلس هل لديه مبنى لمركز.',
    'The council gave its answer.': 'قدّم المجلس ردّه.',
    'There is a gap between us and the police about fairness and our rights.':
      'هناك فجوة بيننا وبين الشرطة في ما يخص الإنصاف وحقوقنا.',
    'Mosaic meets mothers every month.': 'تلتقي Mosaic بالأمهات كل شهر.',
    'We are seeing residents become more open with officers.':
      'نرى السكان يصبحون أكثر صراحة مع الضباط.',
    'Meet mothers every month': 'لقاء الأمهات كل شهر',
    'Told to us in a survey.': 'قيل لنا في استبيان.',
    'Monthly meetings with mothers were agreed again.': 'اتُّفق من جديد على لقاءات شهرية مع الأمهات.',
    'The mothers met again.': 'اجتمعت الأمهات من جديد.',
    'Families are worried about knife crime.': 'العائلات قلقة من جرائم السكاكين.',
    'Local officers come to a workshop every month. Residents choose the topic. So far: rights under Section 60, reporting a crime, protecting children from gangs, and staying safe.':
      'يأتي ضباط محليون إلى ورشة كل شهر. ويختار السكان الموضوع. المواضيع حتى الآن: الحقوق بموجب Section 60، والإبلاغ عن جريمة، وحماية الأطفال من العصابات، والحفاظ على السلامة.',
    'Residents say they feel more at ease when they talk to the police.':
      'يقول السكان إنهم يشعرون براحة أكبر عندما يتحدثون إلى الشرطة.',
    'Police workshops every month': 'ورش مع الشرطة كل شهر',
    'The round table said that these actions are for this.':
      'قالت المائدة المستديرة إن هذه الأعمال هي من أجل هذا.',
    'Raised at the round table.': 'طُرح في المائدة المستديرة.',
    'Workshops every month were agreed.': 'اتُّفق على ورش كل شهر.',
    'The first topics were covered.': 'تناولت الورش المواضيع الأولى.',
    'Women asked how to tell if an officer is abusing their powers, and how to stay safe.':
      'سألت نساء كيف يعرفن أن ضابطاً يسيء استخدام سلطته، وكيف يحافظن على سلامتهن.',
    'The police wrote guidance on plain-clothes officers. Mosaic advocates took it to local mothers and helped them to understand it.':
      'كتبت الشرطة إرشادات عن الضباط بملابس مدنية. وأخذها مناصرو Mosaic إلى أمهات في المنطقة وساعدوهن على فهمها.',
    'It is too early to say if women feel safer.':
      'ما زال الوقت مبكراً لنعرف هل تشعر النساء بأمان أكبر.',
    'How to recognise an abuse of powers': 'كيف نعرف إساءة استخدام السلطة',
    'How to stay safe': 'كيف نحافظ على سلامتنا',
    'Two questions were put to the police.': 'طُرح سؤالان على الشرطة.',
    'The guidance was handed out.': 'وُزّعت الإرشادات.',
    'People are hesitant to go to the police with questions and worries.':
      'يتردد الناس في الذهاب إلى الشرطة بأسئلتهم وما يقلقهم.',
    'Mosaic held a pop-up stall with the Church Street ward officers, so people could ask them face to face. 38 residents came: 14 male, 24 female.':
      'أقامت Mosaic كشكاً مؤقتاً مع ضباط حي Church Street، حتى يسألهم الناس وجهاً لوجه. حضر 38 من السكان: 14 ذكراً، 24 أنثى.',
    '38 residents came to the stall. With Mosaic there, people were less hesitant.':
      'حضر 38 من السكان إلى الكشك. وبوجود Mosaic كان الناس أقل تردداً.',
    'Pop-up stalls with the police, Mosaic advocates and the council':
      'أكشاك مؤقتة مع الشرطة ومناصري Mosaic والمجلس',
    'Mosaic agreed to lead the stall.': 'وافقت Mosaic على أن تقود عمل الكشك.',
    'The stall was held.': 'أُقيم الكشك.',
    'The police should be at every round table.': 'يجب أن تحضر الشرطة كل مائدة مستديرة.',
    'We ask the police, the council and Mosaic to every round table. We show here who came.':
      'ندعو الشرطة والمجلس وMosaic إلى كل مائدة مستديرة. ونبيّن هنا من حضر.',
    'The police came to one of the first two.': 'حضرت الشرطة مائدة واحدة من أول مائدتين.',
    'All three at every round table': 'الأطراف الثلاثة كلها في كل مائدة مستديرة',
    'The police sent apologies to the round table.': 'اعتذرت الشرطة عن عدم حضور المائدة المستديرة.',
    'We want safer neighbourhoods.': 'نريد أحياء أكثر أماناً.',
    'The police, Mosaic and the council are planning events for parents and young people.':
      'تخطط الشرطة وMosaic والمجلس لفعاليات للأهل والشباب.',
    'Community events with parents, the police and the council':
      'فعاليات مجتمعية مع الأهل والشرطة والمجلس',
    'The police accepted it.': 'قبلت الشرطة ذلك.',
    'Youth crime is rising. It hurts young people and their families.':
      'جرائم الشباب في ازدياد. وهي تؤذي الشباب وعائلاتهم.',
    'Police officers and young people played football on 10 December. Mosaic brought homemade snacks.\nWork with parents has begun.':
      'لعب ضباط من الشرطة وشباب كرة القدم يوم 10 ديسمبر. وأحضرت Mosaic مأكولات خفيفة من صنع البيت.\nوبدأ العمل مع الأهل.',
    'A thank-you note says that the food was gone within seconds.':
      'تقول رسالة شكر إن الطعام نفد في ثوانٍ.',
    'Work with parents to keep young people from gangs': 'العمل مع الأهل لإبعاد الشباب عن العصابات',
    'Football with the police': 'كرة القدم مع الشرطة',
    'Work with parents began.': 'بدأ العمل مع الأهل.',
    'The football tournament was played.': 'أُقيمت بطولة كرة القدم.',
    'There is anti-social behaviour in the shared areas where we live.':
      'هناك سلوك معادٍ للمجتمع في الأماكن المشتركة حيث نسكن.',
    'We heard this. Nothing is agreed yet. It goes to the next round table.':
      'سمعنا هذا. لم يُتفق على شيء بعد. سيصل إلى المائدة المستديرة القادمة.',
    'Black, Asian and minority ethnic young people are being targeted for stop and search.':
      'يُستهدف الشباب السود والآسيويون وأبناء الأقليات العرقية بالإيقاف والتفتيش.',
    'This is a priority. There is no answer yet. The round table asked the police for the stop and search figures for our area.\nThe police were not there, and have not said yes to this yet.':
      'هذه أولوية. لا يوجد ردّ حتى الآن. طلبت المائدة المستديرة من الشرطة أرقام الإيقاف والتفتيش في منطقتنا.\nلم تحضر الشرطة، ولم توافق على ذلك بعد.',
    'The round table asked the police for the figures.': 'طلبت المائدة المستديرة الأرقام من الشرطة.',
    'Say what the stop and search figures for our area show':
      'القول ماذا تبيّن أرقام الإيقاف والتفتيش في منطقتنا',
    'The round table agreed that this comes first.': 'اتفقت المائدة المستديرة على أن هذا يأتي أولاً.',
    'Stop and search of young people': 'إيقاف الشباب وتفتيشهم',
    'People who are hesitant to go to the police': 'من يترددون في الذهاب إلى الشرطة',
    'Mosaic: police workshops every month, on topics that residents choose.':
      'Mosaic: ورش مع الشرطة كل شهر، عن مواضيع يختارها السكان.',
    'The council: say if it has a building for a police hub, by January 2022.':
      'المجلس: القول هل لديه مبنى لمركز شرطة. الموعد: يناير 2022.',
    'The police: bring the stop and search figures, by January 2022. Not yet accepted by the police, who were not there.':
      'الشرطة: إحضار أرقام الإيقاف والتفتيش. الموعد: يناير 2022. لم يُقبل بعد من جانب الشرطة، التي لم تحضر.',
    'Youth crime, and what it does to families': 'جرائم الشباب، وأثرها على العائلات',
    'Women’s safety on the streets': 'سلامة النساء في الشوارع',
    'Work with parents to keep young people from gangs. In July it had no owner and no date.':
      'العمل مع الأهل لإبعاد الشباب عن العصابات. في يوليو لم يكن لذلك مسؤول ولا موعد.',
    'Community events with parents, the police and the council. In July it had no owner and no date.':
      'فعاليات مجتمعية مع الأهل والشرطة والمجلس. في يوليو لم يكن لذلك مسؤول ولا موعد.',
    'Pop-up stalls with the police, Mosaic advocates and the council. In July it had no owner and no date.':
      'أكشاك مؤقتة مع الشرطة ومناصري Mosaic والمجلس. في يوليو لم يكن لذلك مسؤول ولا موعد.',
    'Football and other youth activities to start again. In July it had no owner and no date.':
      'عودة كرة القدم وأنشطة أخرى للشباب. في يوليو لم يكن لذلك مسؤول ولا موعد.',
    'Keep meeting mothers every month. No end date.':
      'مواصلة لقاء الأمهات كل شهر. ليس لذلك موعد نهاية.',
  },
  so: {
    'Community survey, March 2021': 'Sahan bulsho, Maarso 2021',
    'The mentoring scheme': 'Barnaamijka hagidda',
    'Mosaic Community Trust': 'Mosaic Community Trust',
    'Residents’ concerns go to a round table of Mosaic, the police and the council every three months. Here is what was said, what was done, and what was not.':
      'Saddexdii biloodba mar, walaacyada dadka deegaanka waxaa la geeyaa shirka miiska wareegsan ee Mosaic, booliiska iyo kawnsalka. Waa kan waxa la sheegay, waxa la qabtay, iyo waxa aan la qaban.',
    'Mosaic Community Trust, the Metropolitan Police Service and Westminster City Council.':
      'Mosaic Community Trust, booliiska Metropolitan Police Service iyo kawnsalka Westminster City Council.',
    'We speak with and for Black, Asian and minority ethnic residents of Westminster.':
      'Waxaan la hadalnaa oo aan u hadalnaa dadka deegaanka Westminster ee Madowga, Aasiyaanka iyo qowmiyadaha laga tirada badan yahay.',
    'Talk to any Mosaic advocate, or come to the monthly police workshop.':
      'La hadla u-doode kasta oo Mosaic ah, ama imaada aqoon-isweydaarsiga booliiska ee bil kasta.',
    'Weekdays, 10am to 4pm.': 'Isniin ilaa Jimce, 10 subaxnimo ilaa 4 galabnimo.',
    'Mosaic is a charity. It brings residents, the police and the council to one table. Each says what it will do, and what it did.':
      'Mosaic waa hay’ad samafal. Waxay dadka deegaanka, booliiska iyo kawnsalka isugu keentaa hal miis. Mid kasta wuxuu sheegaa waxa uu qaban doono, iyo waxa uu qabtay.',
    'You can complain about the police to the Independent Office for Police Conduct. You can complain about the council on its own website, and then to the Ombudsman.':
      'Booliiska waxaad uga caban kartaan Xafiiska Madaxbannaan ee Dhaqanka Booliiska (Independent Office for Police Conduct). Cabashada ku saabsan kawnsalka waxaad ku gudbin kartaan degelkiisa, kaddibna waxaad u gudbin kartaan Ombudsman-ka.',
    Mosaic: 'Mosaic',
    'the council': 'kawnsalka',
    'the police': 'booliiska',
    'Stop and search': 'Joojinta iyo baarista',
    'Trust in the police': 'Ku kalsoonaanta booliiska',
    'Where we live': 'Meesha aan deggan nahay',
    'Women’s safety': 'Badqabka haweenka',
    'Young people': 'Dhallinyarada',
    'All of Westminster': 'Westminster oo dhan',
    'Church Street': 'Church Street',
    'There is a gap between us and the police about fairness and our rights.':
      'Annaga iyo booliiska waxaa naga dhexeeya kala fogaansho ku saabsan caddaaladda iyo xuquuqdayada.',
    'Mosaic meets mothers every month.': 'Mosaic bil kasta waxay la kulantaa hooyooyinka.',
    'We are seeing residents become more open with officers.':
      'Waxaan aragnaa in dadka deegaanku ay saraakiisha ula hadlayaan si ka furan sidii hore.',
    'Meet mothers every month': 'Kulan bil kasta ah oo hooyooyinka lala yeesho',
    'Told to us in a survey.': 'Waxaa naloogu sheegay sahan.',
    'Monthly meetings with mothers were agreed again.':
      'Waxaa mar kale lagu heshiiyay in hooyooyinka bil kasta lala kulmo.',
    'The mothers met again.': 'Hooyooyinku mar kale ayay kulmeen.',
    'People are hesitant to go to the police with questions and worries.':
      'Dadku way ka labalabeeyaan inay su’aalahooda iyo walaacyadooda booliiska ula tagaan.',
    'Mosaic held a pop-up stall with the Church Street ward officers, so people could ask them face to face. 38 residents came: 14 male, 24 female.':
      'Mosaic waxay goob wargelin oo ku-meelgaar ah la qabatay saraakiisha xaafadda Church Street, si ay dadku fool-ka-fool wax u weydiin karaan. Waxaa yimid 38 qof oo deegaanka ah: 14 rag ah, 24 dumar ah.',
    '38 residents came to the stall. With Mosaic there, people were less hesitant.':
      '38 qof oo deegaanka ah ayaa goobta yimid. Maadaama Mosaic ay joogtay, dadka labalabayntoodu way yarayd.',
    'Pop-up stalls with the police, Mosaic advocates and the council':
      'Goobo wargelin oo ku-meelgaar ah oo lala qabto booliiska, u-doodayaasha Mosaic iyo kawnsalka',
    'The round table said that these actions are for this.':
      'Shirka miiska wareegsan wuxuu sheegay in tallaabooyinkan ay arrintan u yihiin.',
    'Raised at the round table.': 'Waxaa lagu soo gudbiyay shirka miiska wareegsan.',
    'Mosaic agreed to lead the stall.': 'Mosaic waxay oggolaatay inay goobta hoggaamiso.',
    'The stall was held.': 'Goobta wargelinta waa la qabtay.',
    'Youth crime is rising. It hurts young people and their families.':
      'Dembiyada dhallinyaradu way sii kordhayaan. Waxay dhibaan dhallinyarada iyo qoysaskooda.',
    'Police officers and young people played football on 10 December. Mosaic brought homemade snacks.\nWork with parents has begun.':
      'Saraakiisha booliiska iyo dhallinyaradu waxay kubbadda cagta wada ciyaareen 10 Diseembar. Mosaic waxay keentay cunto fudud oo guriga lagu sameeyay.\nShaqada waalidiinta lala qabanayo way bilaabatay.',
    'A thank-you note says that the food was gone within seconds.':
      'Qoraal mahadnaq ah ayaa sheegaya in cuntadii ay ilbiriqsiyo gudahood ku dhammaatay.',
    'Work with parents to keep young people from gangs':
      'Shaqo waalidiinta lala qabto si dhallinyarada looga ilaaliyo kooxaha gaangiska ah',
    'Football with the police': 'Kubbadda cagta oo booliiska lala ciyaaro',
    'Work with parents began.': 'Shaqada waalidiinta lala qabanayo way bilaabatay.',
    'The football tournament was played.': 'Tartankii kubbadda cagta waa la ciyaaray.',
  },
}
