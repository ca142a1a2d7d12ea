namespace DanVan.Bench.Areas;

/// <summary>Sixty syllables: common ones more often than rare ones, and among them what people write about.</summary>
static class Prose
{
    static readonly string[] topics =
    [
        "thu hồi đất",
        "đường liên xã",
        "giải phóng mặt bằng",
        "ô nhiễm môi trường",
        "cấp giấy chứng nhận",
        "chế độ chính sách",
        "nước sạch",
        "ngập úng",
        "nghĩa trang liệt sĩ",
        "khoáng sản",
        "hòa bình",
        "hoà giải ở cơ sở",
        "quy chế dân chủ",
        "UBND xã",
        "uỷ ban nhân dân",
    ];

    static readonly string[] syllables = Syllables();

    public static string Of(Random random)
    {
        var words = new List<string>(64);
        while (words.Count < 60)
            if (random.Next(200) == 0)
                // The first topics are the common ones.
                words.AddRange(topics[Skewed(random, topics.Length, 2)].Split(' '));
            else
                words.Add(syllables[Skewed(random, syllables.Length, 3)]);
        return string.Join(' ', words);
    }

    static int Skewed(Random random, int count, double by) => (int)(Math.Pow(random.NextDouble(), by) * count);

    static string[] Syllables()
    {
        string[] begins = ["b", "c", "ch", "d", "đ", "g", "h", "kh", "l", "m", "n", "ng", "nh", "ph", "qu", "s", "t", "th", "tr", "v", "x"];
        string[] vowels =
        [
            "a",
            "à",
            "á",
            "ả",
            "ạ",
            "â",
            "ấ",
            "ầ",
            "ê",
            "ế",
            "ề",
            "ô",
            "ố",
            "ồ",
            "ơ",
            "ớ",
            "ờ",
            "ư",
            "ứ",
            "ừ",
            "i",
            "ì",
            "í",
            "ươ",
            "ượ",
        ];
        string[] ends = ["", "c", "i", "m", "n", "ng", "nh", "t", "o"];
        var all = (from begin in begins from vowel in vowels from end in ends select begin + vowel + end).ToArray();
        new Random(3).Shuffle(all);
        return all;
    }
}
