using System.Text;

namespace Muster.Server.Options;

/// <summary>docs/options.md, made from the option records.</summary>
public static class OptionsPage
{
    public static string Markdown()
    {
        var page = new StringBuilder("""
            # Options

            Made by `muster options --markdown`; do not edit. A later source wins: the defaults, `muster.json` in the
            data directory (or `--config FILE`), environment variables, `--set Area:Name=value` and the flags of
            `muster serve`. An unknown option, a wrong type or a value out of range stops the start; all that is wrong
            is reported at once. `muster options` prints what holds here and where it came from.

            """);
        foreach (var area in OptionCatalog.All.GroupBy(option => option.Area))
        {
            page.Append($"\n## {area.Key}\n\n"
                + "| option | default | unit | allowed | what it does |\n|---|---|---|---|---|\n");
            foreach (var option in area)
            {
                page.Append($"| `{option.Key}`<br>`{option.Variable}` | {option.DefaultText} | {option.About.Unit} "
                    + $"| {option.Range.Replace("|", "\\|", StringComparison.Ordinal)} "
                    + $"| {option.About.Description}{(option.About.Secret ? " Secret: never shown." : "")} |\n");
            }
        }

        return page.ToString();
    }
}
