using System.CommandLine;
using Muster.Server.Options;
using Spectre.Console;

namespace Muster.Server.Commands;

/// <summary><c>muster options</c>: every option with the value that holds here and where it came from.</summary>
public static class OptionsCommand
{
    public static Command Create()
    {
        var command = new Command("options", "Print every option with its value and where that came from");
        var markdown = new Option<bool>("--markdown") { Description = "Print docs/options.md instead" };
        command.Add(markdown);
        var flags = new OptionFlags(command, serves: true);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(markdown))
            {
                Console.Out.Write(OptionsPage.Markdown());
                return;
            }

            Show(flags.Load(parsed));
        });
        return command;
    }

    private static void Show(OptionSet options)
    {
        var table = Terminal.Table("option", "value", "unit", "source", "what it does");
        foreach (var (option, value, source) in options.Effective)
        {
            table.AddRow(
                new Text(option.Key),
                new Text(value, source == "default" ? Style.Plain : new Style(decoration: Decoration.Bold)),
                new Text(option.About.Unit ?? ""),
                new Text(source),
                new Text(option.About.Description));
        }

        Terminal.Out.Write(table);
    }
}
