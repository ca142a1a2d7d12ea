using DanVan.Chassis;
using DanVan.Chassis.Http;

namespace DanVan.Petitions.Open311;

/// <summary>What may be reported: feedback (phản ánh) of each field of TT 06/2025/TT-TTCP. What is no feedback does not come in by this door.</summary>
static class Catalogue
{
    /// <summary>The attribute with which a sender gives where they live: with name and address a petition is eligible (TT 05/2021/TT-TTCP Đ6.2).</summary>
    public const string Residence = "NOI_CU_TRU";

    public static IEnumerable<ServiceView> Services => Enum.GetValues<PetitionField>().Select(Of);

    public static PetitionField? Find(string code) =>
        Enum.GetValues<PetitionField>().Cast<PetitionField?>().FirstOrDefault(field => EnumNames.Of(field!.Value) == code);

    public static ServiceView Of(PetitionField field)
    {
        var (vi, en) = field switch
        {
            PetitionField.HanhChinh => ("hành chính", "administrative matters"),
            PetitionField.TuPhap => ("tư pháp", "matters of justice"),
            PetitionField.DangDoanThe => ("Đảng, đoàn thể", "the Party and mass organisations"),
            _ => ("lĩnh vực khác", "other matters"),
        };
        return new(
            EnumNames.Of(field),
            Phrases.Of($"Phản ánh về {vi}", $"Feedback on {en}"),
            Phrases.Of(
                "Thông tin, ý kiến của người dân (Luật Tiếp công dân Đ2.2). Khiếu nại, tố cáo không gửi bằng đường này.",
                "Information and opinions of citizens (Luật Tiếp công dân Đ2.2). Complaints and denunciations are not sent this way."
            ),
            Metadata: true,
            Type: "realtime",
            Phrases.Of($"phản ánh, {vi}", $"feedback, {en}"),
            Phrases.Of("Phản ánh", "Feedback")
        );
    }

    public static DefinitionView DefinitionOf(PetitionField field) =>
        new(
            EnumNames.Of(field),
            [
                new(
                    Variable: true,
                    Residence,
                    "string",
                    Required: false,
                    Phrases.Of("Không quá 500 ký tự.", "No more than 500 characters."),
                    Order: 1,
                    Phrases.Of(
                        "Nơi cư trú của người gửi; được niêm phong. Có họ tên và nơi cư trú thì phản ánh đủ điều kiện xử lý.",
                        "Where the sender lives; it is sealed. With a name and this, feedback is eligible to be dealt with."
                    )
                ),
            ]
        );
}
