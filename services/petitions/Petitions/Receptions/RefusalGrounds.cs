namespace DanVan.Petitions.Receptions;

/// <summary>A ground on which somebody may be turned away. Luật TCD Đ9.</summary>
/// <param name="InWriting">It is told in writing within three working days (form 01/TCD).</param>
public sealed record RefusalGround(string Code, bool InWriting, string Article, string Vi, string En);

public static class RefusalGrounds
{
    public static readonly IReadOnlyList<RefusalGround> All =
    [
        new(
            "TCD.9.1",
            false,
            "Luật Tiếp công dân Đ9.1",
            "Người trong tình trạng say do dùng chất kích thích, mất khả năng nhận thức hoặc điều khiển hành vi",
            "A person who is drunk or drugged, or cannot understand or control what they do"
        ),
        new(
            "TCD.9.2",
            false,
            "Luật Tiếp công dân Đ9.2",
            "Người đe dọa, xúc phạm hoặc vi phạm nội quy nơi tiếp công dân",
            "A person who threatens, insults or breaks the rules of the place"
        ),
        new(
            "TCD.9.3",
            true,
            "Luật Tiếp công dân Đ9.3",
            "Vụ việc đã giải quyết đúng pháp luật, đã được kiểm tra, thông báo bằng văn bản mà vẫn cố tình kéo dài",
            "The case was resolved lawfully, reviewed and told in writing, and is still drawn out"
        ),
        new("TCD.9.4", false, "Luật Tiếp công dân Đ9.4", "Trường hợp khác theo quy định của pháp luật", "Another case that the law names"),
        new(
            "ND154.4.1H",
            true,
            "NĐ 154/2026 Đ4.1.h",
            "Trường hợp phải thông báo từ chối bằng văn bản theo NĐ 154/2026 Đ4.1.h",
            "The case of NĐ 154/2026 Đ4.1.h, told in writing"
        ),
    ];

    public static RefusalGround? Find(string code) => All.FirstOrDefault(ground => ground.Code == code);
}
