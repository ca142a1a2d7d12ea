namespace DanVan.Files.Cleaning;

/// <summary>
/// Writes a file again without what it says about its maker: names, places, devices, thumbnails, and whatever was put behind its end. What a file shows stays as
/// it is. On the way it finds out whether the file is whole, and refuses what would run something.
/// </summary>
static class Cleaner
{
    /// <param name="can">What the file can be by its beginning.</param>
    /// <param name="from">It, to be read and sought in.</param>
    /// <returns>What it is.</returns>
    /// <exception cref="FaultyFile">It cannot be taken.</exception>
    public static FileType Clean(IReadOnlyList<FileType> can, Stream from, Stream to, FileLimits limits)
    {
        try
        {
            switch (can[0])
            {
                case FileType.Pdf:
                    PdfFile.Clean(from, to, limits);
                    break;
                case FileType.Jpeg:
                    Jpeg.Clean(from, to);
                    break;
                case FileType.Png:
                    Png.Clean(from, to);
                    break;
                case FileType.Docx or FileType.Xlsx:
                    return OfficeFile.Clean(from, to, limits);
                case FileType.Mp3:
                    Mp3.Clean(from, to);
                    break;
                case FileType.Wav:
                    Wav.Clean(from, to);
                    break;
                case FileType.M4a or FileType.Mp4:
                    Mp4.Clean(from, to);
                    break;
                default:
                    PlainText.Clean(from, to);
                    break;
            }
            return can[0];
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidDataException or OverflowException)
        {
            // The file ends too soon or contradicts itself.
            throw new FaultyFile(FileFault.Broken);
        }
    }
}
