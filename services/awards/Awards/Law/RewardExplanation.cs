using System.Globalization;
using DanVan.Awards.Decisions;

namespace DanVan.Awards.Law;

/// <summary>The sum as a sentence, so that whoever pays can check it by hand.</summary>
public static class RewardExplanation
{
    static readonly NumberFormatInfo Vietnamese = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };

    public static string InVietnamese(Reward reward, AwardForm form) =>
        reward.Total is not { } total
            ? $"Chưa tính được tiền thưởng {form.Vi}: chưa có dữ liệu {string.Join(", ", reward.Missing.Select(MissingVi))} tại ngày {Day(reward.Basis)}."
            : $"{form.Vi}, {reward.Law!.Decree}, lương cơ sở {Vnd(reward.Salary!.Amount)} đồng tại ngày {Day(reward.Basis)}: "
                + string.Join(
                    " + ",
                    reward.Lines.Select(line =>
                        $"{line.Count} {KindVi(line.Kind)} × {line.Coefficient.ToString("0.0#", Vietnamese)} × {Vnd(reward.Salary.Amount)}"
                    )
                )
                + $" = {Vnd(total)} đồng."
                + (reward.FromMemory ? " Có dòng dữ liệu chưa đối chiếu văn bản gốc." : "");

    public static string InEnglish(Reward reward, AwardForm form) =>
        reward.Total is not { } total
            ? $"The money for {form.En} cannot be told: no {string.Join(", ", reward.Missing.Select(MissingEn))} on file for {reward.Basis:O}."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{form.En}, {reward.Law!.Decree}, base salary VND {reward.Salary!.Amount:N0} on {reward.Basis:O}: "
            )
                + string.Join(
                    " + ",
                    reward.Lines.Select(line =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{line.Count} {KindEn(line.Kind)} × {line.Coefficient:0.0#} × {reward.Salary.Amount:N0}"
                        )
                    )
                )
                + string.Create(CultureInfo.InvariantCulture, $" = VND {total:N0}.")
                + (reward.FromMemory ? " A row of the rules has not been checked against its text yet." : "");

    static string Vnd(decimal amount) => amount.ToString("#,0.##", Vietnamese);

    static string Day(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    static string KindVi(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Collective => "tập thể",
            RecipientKind.Individual => "cá nhân",
            _ => "hộ gia đình",
        };

    static string KindEn(RecipientKind kind) =>
        kind switch
        {
            RecipientKind.Collective => "collectives",
            RecipientKind.Individual => "individuals",
            _ => "households",
        };

    static string MissingVi(string row) =>
        row switch
        {
            "LAW" => "văn bản pháp luật áp dụng",
            "BASE_SALARY" => "mức lương cơ sở",
            _ => "hệ số",
        };

    static string MissingEn(string row) =>
        row switch
        {
            "LAW" => "applicable decree",
            "BASE_SALARY" => "base salary",
            _ => "coefficient",
        };
}
