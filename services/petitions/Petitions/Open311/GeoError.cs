using DanVan.Chassis.Http;

namespace DanVan.Petitions.Open311;

/// <summary>Every no of the Open311 interface of its own. None repeats what was sent.</summary>
static class GeoError
{
    public static ErrorView NoJurisdiction =>
        Bad("Thiếu jurisdiction_id: mã đơn vị tiếp nhận.", "jurisdiction_id was not provided: the code of the unit.");

    public static ErrorView UnknownJurisdiction => Absent("Không có đơn vị mang jurisdiction_id này.", "jurisdiction_id was not found.");

    public static ErrorView NoService => Bad("Thiếu service_code.", "service_code was not provided.");

    public static ErrorView UnknownService => Absent("Không có service_code này.", "service_code was not found.");

    public static ErrorView UnknownRequest => Absent("Không có phản ánh này.", "service_request_id was not found.");

    public static ErrorView UnknownToken => Absent("Không có token này.", "token was not found.");

    public static ErrorView NoKey =>
        new(403, Phrases.Of("api_key thiếu, sai hoặc đã hết hiệu lực.", "The api_key is missing, wrong or not valid any more."));

    public static ErrorView KeyOfAnotherUnit =>
        new(403, Phrases.Of("api_key này không dùng cho đơn vị đó.", "This api_key is not for that jurisdiction_id."));

    public static ErrorView TooMany =>
        new(
            429,
            Phrases.Of(
                "Đã vượt hạn mức gửi phản ánh. Gửi lại sau thời gian ghi ở Retry-After.",
                "The quota of requests is used up. Send it again after the time in Retry-After."
            )
        );

    public static ErrorView NoForm =>
        Bad("Nội dung phải là application/x-www-form-urlencoded (UTF-8).", "The body must be application/x-www-form-urlencoded (UTF-8).");

    public static ErrorView NoPlace =>
        Bad(
            "Thiếu địa điểm: lat và long, address_string hoặc address_id.",
            "The location is missing: lat and long, address_string or address_id."
        );

    public static ErrorView NoPosition =>
        Bad("lat từ -90 đến 90 và long từ -180 đến 180, cả hai cùng có.", "lat is from -90 to 90 and long from -180 to 180, both given.");

    public static ErrorView NoDescription => Bad("Thiếu description: nội dung phản ánh.", "description was not provided.");

    public static ErrorView UnknownAttribute =>
        Bad("Có attribute không nằm trong định nghĩa của dịch vụ.", "There is an attribute that the service definition does not have.");

    public static ErrorView NoMoment =>
        Bad(
            "start_date và end_date theo dạng 2026-01-01T00:00:00Z, có múi giờ.",
            "start_date and end_date have the form 2026-01-01T00:00:00Z, with a time zone."
        );

    public static ErrorView TooLongASpan =>
        Bad(
            "Từ start_date đến end_date không quá 90 ngày và không ngược.",
            "start_date to end_date may not span more than 90 days, nor run backwards."
        );

    public static ErrorView UnknownStatus => Bad("status là open hoặc closed.", "status is open or closed.");

    public static ErrorView TooManyIds => Bad("Không quá 1000 service_request_id.", "No more than 1000 service_request_id.");

    public static ErrorView NoText(string field, int longest) =>
        Bad(
            $"{field} phải là văn bản một lần, không quá {longest} ký tự.",
            $"{field} must be text, given once, of no more than {longest} characters."
        );

    public static ErrorView Malformed(string field) => Bad($"{field} không đúng dạng.", $"{field} is malformed.");

    static ErrorView Bad(string vi, string en) => new(400, Phrases.Of(vi, en));

    static ErrorView Absent(string vi, string en) => new(404, Phrases.Of(vi, en));
}
