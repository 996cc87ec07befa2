using Muster.Server.Options;

namespace Muster.Server.Host;

/// <summary>
/// Brings all settings together: the file in the data directory (or the one named), the environment, the flags.
/// </summary>
public static class OptionLoading
{
    public const string FileName = "muster.json";

    /// <param name="file">The file that was asked for; it must exist. Null for the usual one, which may be
    /// missing.</param>
    /// <param name="defaults">What the command sets when nobody else does.</param>
    /// <exception cref="StartRefusedException">Something is wrong; the message lists all of it.</exception>
    public static OptionSet Load(
        string? file, IReadOnlyList<OptionSetting> defaults, IReadOnlyList<OptionSetting> flags)
    {
        var outside = OptionSources.Environment(Environment.GetEnvironmentVariables()).Concat(flags).ToList();
        return OptionReader.Read([.. defaults, .. FromFile(file, [.. defaults, .. outside]), .. outside]);
    }

    private static IReadOnlyList<OptionSetting> FromFile(string? file, IReadOnlyList<OptionSetting> outside)
    {
        if (file is not null)
        {
            return OptionSources.File(Path.GetFullPath(file));
        }

        var directory = outside.LastOrDefault(setting =>
            setting.Key.Equals("Data:Directory", StringComparison.OrdinalIgnoreCase))?.Value;
        var usual = Path.Combine(DataPlace.Of(new DataOptions { Directory = directory ?? "" }), FileName);
        return File.Exists(usual) ? OptionSources.File(usual) : [];
    }
}
