namespace Ledger.Cli.Tests.Running;

internal static class Sample
{
    /// <summary>A story with a block of each kind that verbs change.</summary>
    public const string Story = """
        {
          "headline": "Harbour wall gives way",
          "standfirst": "Nobody was hurt",
          "language": "en",
          "dateline": "PORT ELLERY",
          "publishedAt": "2026-03-01T08:00:00Z",
          "credits": [
            { "role": "author", "name": "Ines Halloran" },
            { "role": "agency", "name": "Northern Wire" }
          ],
          "blocks": [
            { "id": "p1", "type": "paragraph", "text": "The wall fell at dawn. It was 90 years old." },
            { "id": "q1", "type": "quote", "text": "We heard it.", "speaker": "Oda Lind" },
            { "id": "i1", "type": "image", "url": "/wall.jpg", "caption": "The wall", "credit": "T. Reyl" }
          ]
        }
        """;

    public const string Body = "The wall fell at dawn. It was 90 years old.\n\nWe heard it.\n\nThe wall";
}
