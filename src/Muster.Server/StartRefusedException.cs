namespace Muster.Server;

/// <summary>The process cannot start, or a command cannot run: a sentence, and advice on a line of its own.</summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException(string sentenceAndAdvice)
        : base(sentenceAndAdvice)
    {
    }

    public StartRefusedException(string sentence, string advice, Exception? cause = null)
        : base($"{sentence}\n{advice}", cause)
    {
    }
}
