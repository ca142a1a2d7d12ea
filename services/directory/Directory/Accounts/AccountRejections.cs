using DanVan.Chassis.Http;

namespace DanVan.Directory.Accounts;

/// <summary>What the rules of accounts and roles say when they say no.</summary>
internal static class AccountRejections
{
    public static readonly Rejection UserNameTaken = new(
        "accounts.user-name-taken",
        "Tên đăng nhập này đã có người dùng.",
        "This user name is taken.",
        Field: "userName"
    );

    public static readonly Rejection UnknownPerson = new(
        "accounts.unknown-person",
        "Không có người này trong sổ, hoặc người gọi không được biết đến.",
        "The register has no such person, or the caller may not know of it.",
        StatusCodes.Status404NotFound,
        "personId"
    );

    public static readonly Rejection UnknownRole = new(
        "accounts.unknown-role",
        "Không có vai trò này.",
        "There is no such role.",
        StatusCodes.Status404NotFound,
        "roleId"
    );

    public static Rejection MoreThanOwn(string scope) =>
        new(
            "accounts.more-than-own",
            $"Vai trò có phạm vi “{scope}” mà người gọi không có, nên không thể cấp hoặc nắm giữ thay.",
            $"The role has the scope “{scope}”, which the caller does not have: it can be neither given nor taken over."
        );

    public static readonly Rejection RoleEndsBeforeItBegins = new(
        "accounts.role-ends-before-it-begins",
        "Ngày kết thúc phải sau ngày bắt đầu.",
        "The end must be later than the beginning.",
        400,
        "to"
    );

    public static readonly Rejection RoleHasEnded = new(
        "accounts.role-has-ended",
        "Vai trò này đã kết thúc vào ngày đó hoặc trước đó.",
        "The role has ended by that day."
    );

    public static readonly Rejection IsDisabled = new(
        "accounts.is-disabled",
        "Tài khoản đang bị khóa; mở lại tài khoản trước.",
        "The account is disabled; enable it first."
    );

    public static readonly Rejection IsEnabled = new("accounts.is-enabled", "Tài khoản đang hoạt động.", "The account is not disabled.");

    public static readonly Rejection IsNotLocked = new(
        "accounts.is-not-locked",
        "Tài khoản không bị tạm khóa đăng nhập.",
        "The account is not locked."
    );

    public static readonly Rejection OnlyTheRoot = new(
        "roles.only-the-root",
        "Chỉ đơn vị gốc được định nghĩa vai trò dùng chung.",
        "Only the root unit defines the common roles.",
        StatusCodes.Status403Forbidden
    );

    public static readonly Rejection RoleExists = new(
        "roles.already-exists",
        "Đã có vai trò với mã định danh (id) này.",
        "A role with this id exists.",
        Field: "id"
    );

    public static readonly Rejection RoleCodeTaken = new(
        "roles.code-taken",
        "Đã có vai trò với mã này.",
        "A role with this code exists.",
        Field: "code"
    );

    // Wrong, locked or too often tried: whoever holds a stolen token learns no more than whoever stands before the sign-in page.
    public static readonly Rejection NotProven = new(
        "accounts.not-proven",
        "Mật khẩu hoặc mã xác thực không đúng, đã dùng, hoặc tài khoản đang tạm khóa vì nhập sai nhiều lần.",
        "The password or code is wrong or was used, or the account is locked for a while after too many failures.",
        StatusCodes.Status403Forbidden
    );

    public static readonly Rejection Busy = new(
        "accounts.busy",
        "Hệ thống đang kiểm tra quá nhiều lượt đăng nhập. Thử lại sau giây lát.",
        "Too many sign-ins are being checked. Try again in a moment.",
        StatusCodes.Status503ServiceUnavailable
    );

    public static readonly Rejection NothingOffered = new(
        "accounts.no-second-factor-offered",
        "Chưa bắt đầu cài đặt xác thực hai lớp, hoặc đã cài đặt xong.",
        "No second factor is being set up."
    );

    public static readonly Rejection NoSecondFactor = new(
        "accounts.no-second-factor",
        "Tài khoản không có xác thực hai lớp.",
        "The account has no second factor."
    );

    public static readonly Rejection HasSecondFactor = new(
        "accounts.has-second-factor",
        "Tài khoản đã có xác thực hai lớp; gỡ trước khi cài đặt lại.",
        "The account has a second factor; remove it before setting up another."
    );
}
