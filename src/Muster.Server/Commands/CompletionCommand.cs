using System.CommandLine;

namespace Muster.Server.Commands;

/// <summary><c>muster completion</c>: a script that teaches a shell to complete.</summary>
public static class CompletionCommand
{
    // The command is asked as it was typed: ./muster is in no PATH.
    private const string Bash = """
        _muster() {
            local IFS=$'\n'
            COMPREPLY=($(compgen \
                -W "$("${COMP_WORDS[0]/#\~/$HOME}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" \
                -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -F _muster muster ./muster
        """;

    private const string Zsh = """
        _muster() { compadd -- $(${~words[1]} "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null) }
        compdef _muster muster
        """;

    public static Command Create()
    {
        var command = new Command("completion", "Print a completion script: source <(muster completion bash)");
        var shell = new Argument<string>("shell") { Description = "bash or zsh" };
        shell.AcceptOnlyFromAmong("bash", "zsh");
        command.Add(shell);
        command.SetAction(parsed => Console.Out.WriteLine(parsed.GetValue(shell) == "bash" ? Bash : Zsh));
        return command;
    }
}
