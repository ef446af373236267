//! Texts of the step General.

crate::texts::texts! {
    where_users_choose_it: en "Where users choose it", de "Wo Nutzer ihn wählen";
    website: en "Website", de "Website";
    the_website_of_the_service: en "The website of the service.", de "Die Website des Dienstes.";
    privacy_policy: en "Privacy policy", de "Datenschutzerklärung";
    where_the_service_says_what_it_does:
        en "Where the service says what it does with data.",
        de "Wo der Dienst sagt, was er mit Daten tut.";
    change_categories: en "Change categories", de "Kategorien ändern";
    categories: en "Categories", de "Kategorien";
    of(arg, most): en "{arg} of {most}", de "{arg} von {most}";
    the_two_that_fit_best_the_platform:
        en "The two that fit best. The platform lists connectors under them.",
        de "Die zwei, die am besten passen. Die Plattform führt Connectors darunter auf.";
    change_brand_colour: en "Change brand colour", de "Markenfarbe ändern";
    brand_colour: en "Brand colour", de "Markenfarbe";
    background_of_the_icon_as_and_six:
        en "Background of the icon, as # and six hexadecimal digits.",
        de "Hintergrund des Icons, als # und sechs Hexadezimalziffern.";
    pick_the_brand_colour: en "Pick the brand colour", de "Markenfarbe auswählen";
    a_white_icon_hardly_shows_on_this(contrast):
        en "A white icon hardly shows on this colour: the contrast is {contrast} to 1, and 3 to 1 can be told apart. Choose a darker colour, or an icon of a dark one.",
        de "Ein weißes Icon ist auf dieser Farbe kaum zu sehen: Der Kontrast ist {contrast} zu 1, erkennbar ist 3 zu 1. Wählen Sie eine dunklere Farbe oder ein dunkles Icon.";
    fit_the_icon: en "Fit the icon", de "Icon zuschneiden";
    by_pixels(name, width, height):
        en "{name}: {width} by {height} pixels.",
        de "{name}: {width} mal {height} Pixel.";
    icons_are_squares_of_100_to_230:
        en " Icons are squares of 100 to 230 pixels; what you see becomes one of 230.",
        de " Icons sind Quadrate von 100 bis 230 Pixeln; was Sie sehen, wird eines von 230.";
    the_icon_as_it_will_be: en "The icon as it will be", de "Das Icon, wie es wird";
    size: en "Size", de "Größe";
    left_to_right: en "Left to right", de "Von links nach rechts";
    top_to_bottom: en "Top to bottom", de "Von oben nach unten";
    use_it_uncut: en "Use it uncut", de "Unbeschnitten verwenden";
    use_this: en "Use this", de "Verwenden";
    change_icon: en "Change icon", de "Icon ändern";
    icon_of_the_connector: en "Icon of the connector", de "Icon des Connectors";
    choose_icon: en "Choose icon", de "Icon wählen";
    remove_icon: en "Remove icon", de "Icon entfernen";
    png_or_jpeg_below_1_mb_square:
        en "PNG or JPEG below 1 MB, square, 100 to 230 pixels wide. Other sizes are cut to fit.",
        de "PNG oder JPEG unter 1 MB, quadratisch, 100 bis 230 Pixel breit. Andere Größen werden passend zugeschnitten.";
    is_larger_than_10_mb_choose_a(name):
        en "{name} is larger than 10 MB. Choose a smaller image.",
        de "{name} ist größer als 10 MB. Wählen Sie ein kleineres Bild.";
    could_not_be_read_choose_it_again(name):
        en "{name} could not be read. Choose it again.",
        de "{name} war nicht lesbar. Wählen Sie es noch einmal.";
    is_not_a_png_or_jpeg_image(name):
        en "{name} is not a PNG or JPEG image. Choose one that is.",
        de "{name} ist kein PNG- oder JPEG-Bild. Wählen Sie eines.";
    is_damaged_the_browser_cannot_show_it(name):
        en "{name} is damaged: the browser cannot show it. Choose another image.",
        de "{name} ist beschädigt: Der Browser kann es nicht zeigen. Wählen Sie ein anderes Bild.";
    contact: en "Contact", de "Kontakt";
    contact_name: en "Contact name", de "Name des Kontakts";
    contact_e_mail: en "Contact e-mail", de "E-Mail des Kontakts";
    support_url: en "Support URL", de "Support-URL";
    where_users_find_help_the_url_of:
        en "Where users find help: the URL of the contact.",
        de "Wo Nutzer Hilfe finden: die URL des Kontakts.";
    of_at_least(length, least): en "{length} of at least {least}", de "{length} von mindestens {least}";
    of_2(length, most): en "{length} of {most}", de "{length} von {most}";
    appearance: en "Appearance", de "Erscheinungsbild";
    title: en "Title", de "Titel";
    what_makers_look_for_in_the_list:
        en "What makers look for in the list of connectors: the name above.",
        de "Wonach Maker in der Liste der Connectors suchen: der Name oben.";
    description: en "Description", de "Beschreibung";
    what_the_api_is_for_in_30:
        en "What the API is for, in 30 to 500 characters. Makers read it when they choose a connector.",
        de "Wofür die API da ist, in 30 bis 500 Zeichen. Maker lesen es, wenn sie einen Connector wählen.";
    api_version: en "API version", de "API-Version";
    the_version_of_the_api_that_the:
        en "The version of the API that the definition describes.",
        de "Die Version der API, die die Definition beschreibt.";
    fill_in_the_url: en "Fill in the URL", de "URL ausfüllen";
    change_host: en "Change host", de "Host ändern";
    change_scheme: en "Change scheme", de "Schema der URL ändern";
    where_it_calls: en "Where it calls", de "Wohin er ruft";
    scheme: en "Scheme", de "URL-Schema";
    host: en "Host", de "Host";
    such_as_api_example_com_paste_a:
        en "Such as api.example.com. Paste a whole URL to fill in scheme and base URL too.",
        de "Etwa api.example.com. Eine ganze URL füllt beim Einfügen auch Schema und Basis-URL aus.";
    base_url: en "Base URL", de "Basis-URL";
    the_part_of_the_path_that_all:
        en "The part of the path that all operations share; / if there is none.",
        de "Der Teil des Pfads, den alle Operationen gemeinsam haben; / wenn es keinen gibt.";
    calls_go_to: en "Calls go to ", de "Aufrufe gehen an ";
    connect_via_on_premises_data_gateway:
        en "Connect via on-premises data gateway",
        de "Über lokales Datengateway verbinden";
    for_apis_inside_a_company_network_reached:
        en "For APIs inside a company network, reached through Microsoft's gateway. It works without authentication, with basic and with Windows authentication. Test calls from Tenon do not use it.",
        de "Für APIs in einem Firmennetz, erreicht über das Gateway von Microsoft. Es geht ohne Authentifizierung, mit Basic und mit Windows-Authentifizierung. Testaufrufe von Tenon nutzen es nicht.";
    switch_the_gateway: en "Switch the gateway", de "Gateway umschalten";
}
