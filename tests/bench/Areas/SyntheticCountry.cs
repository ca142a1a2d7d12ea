using System.Globalization;
using System.Text;

namespace DanVan.Bench.Areas;

/// <summary>A made-up country of the size of the real one before 1 July 2025: 63 provinces, 696 districts, 10,035 communes.</summary>
static class SyntheticCountry
{
    public const int Provinces = 63;
    public const int Districts = 696;
    public const int Communes = 10_035;
    public const int Units = Provinces + Districts + Communes;

    static readonly string[] syllables = ["An", "Bình", "Cao", "Đông", "Hoà", "Long", "Mỹ", "Phú", "Tân", "Thạnh", "Vĩnh", "Xuân"];

    /// <summary>The list of it, as the directory imports it.</summary>
    public static byte[] List()
    {
        var csv = Header();
        for (var i = 0; i < Provinces; i++)
            csv.AppendLine(CultureInfo.InvariantCulture, $"{i + 10},province,province,{Name(i)},Tỉnh {Name(i)},");
        for (var i = 0; i < Districts; i++)
            csv.AppendLine(
                CultureInfo.InvariantCulture,
                $"{i + 100},district,rural_district,{Name(i)},Huyện {Name(i)},{i % Provinces + 10}"
            );
        for (var i = 0; i < Communes; i++)
            csv.AppendLine(CultureInfo.InvariantCulture, $"{i + 10_000},commune,commune,{Name(i)},Xã {Name(i)},{i % Districts + 100}");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>So many communes more.</summary>
    public static byte[] Further(int communes)
    {
        var csv = Header();
        for (var i = 0; i < communes; i++)
            csv.AppendLine(CultureInfo.InvariantCulture, $"{i + 50_000},commune,ward,{Name(i)},Phường {Name(i)},{i % Districts + 100}");
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static StringBuilder Header() => new StringBuilder("code,level,kind,name,full_name,parent_code").AppendLine();

    static string Name(int number) =>
        $"{syllables[number % 12]} {syllables[number / 12 % 12]}{(number < 144 ? "" : string.Create(CultureInfo.InvariantCulture, $" {number / 144}"))}";
}
