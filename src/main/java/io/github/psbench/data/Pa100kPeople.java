package io.github.psbench.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What the annotation of PA-100K says of its images.
 *
 * @param schema of the training and gallery images
 * @param train in the order of the annotation
 * @param gallery the images of its test part, in the order of the annotation
 * @param validation names alone: they are neither trained on nor searched
 */
record Pa100kPeople(AttributeSchema schema, List<Person> train, List<Person> gallery, List<String> validation) {
    /** @param image the file's name, such as "000001.jpg" */
    record Person(String image, PersonCategory category) {}

    static Pa100kPeople of(Pa100kAnnotation annotation, Encoding encoding) {
        BinaryAttributes attributes = annotation.grouped();
        Describing describing = attributes.describing();
        for (String part : List.of("train", "test")) {
            for (boolean[] labels : annotation.labels(part)) {
                describing.add(attributes.groups(labels));
            }
        }
        List<PersonCategory> categories = describing.categories();
        List<String> train = annotation.images("train");
        return new Pa100kPeople(
                describing.schema(encoding),
                people(train, categories.subList(0, train.size())),
                people(annotation.images("test"), categories.subList(train.size(), categories.size())),
                annotation.images("val"));
    }

    private static List<Person> people(List<String> images, List<PersonCategory> categories) {
        return IntStream.range(0, images.size())
                .mapToObj(i -> new Person(images.get(i), categories.get(i)))
                .toList();
    }
}
