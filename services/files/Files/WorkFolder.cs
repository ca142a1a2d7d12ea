using Microsoft.Win32.SafeHandles;

namespace DanVan.Files;

/// <summary>Files for the time of a request.</summary>
public static class WorkFolder
{
    /// <summary>A file without a name on the disk: whatever happens to this process, nobody finds it again.</summary>
    /// <param name="folder">Made when there is none.</param>
    public static FileStream NewFile(string folder)
    {
        System.IO.Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"{Guid.CreateVersion7():n}");
        var file = new FileStream(
            path,
            new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.Delete,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        File.Delete(path);
        return file;
    }

    /// <summary>The content of such a file from its beginning, whose end leaves the file open.</summary>
    public static Stream Again(this FileStream file) =>
        new FileStream(new SafeFileHandle(file.SafeFileHandle.DangerousGetHandle(), ownsHandle: false), FileAccess.Read) { Position = 0 };
}
